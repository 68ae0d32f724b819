package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.waypost.agent.report.Outbox.Amending;
import org.waypost.agent.report.Outbox.Confirmation;
import org.waypost.agent.report.Outbox.Put;
import org.waypost.contract.Amendment;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Codec;
import org.waypost.contract.Receipt;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedReceipt;

/** What every outbox does. Over 300 lines, since a contract is one list: whoever writes a store reads it whole. */
abstract class OutboxContract {
    private static final int ALL = 1_000;

    final Enrolled enrolled = Enrolled.afresh();

    /** The outbox under test; the smallest one. */
    abstract Outbox outbox();

    /** The same after the terminal was switched off and on. */
    abstract Outbox reopened();

    UUID put(Urgency urgency, String words) {
        CaseReport report = enrolled.report(urgency, words);
        assertInstanceOf(Put.Saved.class, outbox().put(report, Enrolled.filed()));
        return report.id();
    }

    List<UUID> due() {
        return due(Set.of(), ALL);
    }

    @Test
    void isEmptyAtFirst() {
        assertEquals(Optional.empty(), outbox().next());
        assertEquals(List.of(), outbox().rows());
        assertEquals(new Outbox.Backlog(0, 0, Optional.empty(), Optional.empty()), outbox().backlog());
    }

    @Test
    void sealsToTheDeskWhatWasPut() {
        CaseReport report = enrolled.report(Urgency.OTHER, "looks to the companion before answering");
        outbox().put(report, Enrolled.filed());
        SealedReport sealed = outbox().next().orElseThrow();
        var opened = new ReportOpener(enrolled.desk()).open(sealed);
        assertEquals(new ReportOpener.Opening.Opened(report), opened);
        assertEquals(1, sealed.sequence());
    }

    @Test
    void sendsTheMostUrgentFirstThenTheOldest() {
        UUID other = put(Urgency.OTHER, "1");
        UUID child = put(Urgency.CHILD, "2");
        UUID danger = put(Urgency.DANGER_NOW, "3");
        UUID laterChild = put(Urgency.CHILD, "4");
        assertEquals(List.of(danger, child, laterChild, other), due());
        assertEquals(danger, outbox().next().orElseThrow().id());
    }

    @Test
    void aMessageThatTheBrokerTookWaitsForItsReceipt() {
        UUID report = put(Urgency.OTHER, "1");
        outbox().published(report);
        assertEquals(Optional.empty(), outbox().next());
        assertEquals(1, outbox().backlog().waiting());
        assertTrue(outbox().rows().getFirst().published().isPresent());
    }

    @Test
    void whatWasTakenButNotAnsweredIsDueAgainAfterAReconnect() {
        UUID published = put(Urgency.OTHER, "1");
        outbox().published(published);
        outbox().republish();
        assertEquals(List.of(published), due());
    }

    @Test
    void oneAloneIsDueAgainWhenItIsSentAgain() {
        UUID published = put(Urgency.OTHER, "1");
        UUID other = put(Urgency.OTHER, "2");
        outbox().published(published);
        outbox().published(other);
        outbox().republish(published);
        assertEquals(List.of(published), due());
    }

    @Test
    void whatWasAnsweredIsNeverDueAgain() {
        put(Urgency.OTHER, "1");
        SealedReport sent = outbox().next().orElseThrow();
        outbox().published(sent.id());
        outbox().confirm(enrolled.stored(sent, 1));
        outbox().republish();
        outbox().republish(sent.id());
        assertEquals(List.of(), due());
    }

    @Test
    void namesWhatWaitsForAReceiptTheMostUrgentFirst() {
        UUID other = put(Urgency.OTHER, "1");
        UUID danger = put(Urgency.DANGER_NOW, "2");
        outbox().published(other);
        assertEquals(
                List.of(
                        new Outbox.Outstanding(danger, Urgency.DANGER_NOW, Enrolled.NOW, Optional.empty()),
                        new Outbox.Outstanding(other, Urgency.OTHER, Enrolled.NOW, Optional.empty())),
                reopened().outstanding());
        SealedReport sent = outbox().next().orElseThrow();
        outbox().confirm(enrolled.stored(sent, 1));
        assertEquals(other, outbox().outstanding().getFirst().report());
        assertEquals(1, outbox().outstanding().size());
    }

    @Test
    void provesWhatTheHubHasAndNothingElse() {
        UUID report = put(Urgency.OTHER, "1");
        assertEquals(Optional.empty(), outbox().proof(report));
        SealedReport sent = outbox().next().orElseThrow();
        SignedReceipt receipt = enrolled.stored(sent, 7);
        outbox().confirm(receipt);
        assertEquals(
                Optional.of(new Outbox.Proof(Enrolled.NOW, 7, Enrolled.NOW, receipt)),
                reopened().proof(report));
        assertEquals(Optional.empty(), outbox().proof(UUID.randomUUID()));
    }

    private UUID held() {
        UUID report = put(Urgency.DANGER_NOW, "1");
        outbox().confirm(enrolled.stored(outbox().next().orElseThrow(), 1));
        return report;
    }

    @Test
    void anAmendmentOfWhatTheHubHasIsSealedAndWaitsAfterAllReports() {
        UUID report = held();
        Amendment correction = enrolled.correction(report, "the uncle");
        assertEquals(Amending.SAVED, outbox().amend(correction));
        UUID other = put(Urgency.OTHER, "2");
        assertEquals(List.of(correction.id(), other), due());
        SealedReport sealed = reopened().next().orElseThrow();
        assertEquals(2, sealed.sequence());
        assertEquals(new ReportOpener.Opening.Amended(correction), new ReportOpener(enrolled.desk()).open(sealed));
        outbox().confirm(enrolled.stored(sealed, 2));
        assertTrue(outbox().proof(correction.id()).isPresent());
        assertEquals(
                List.of(Optional.empty(), Optional.of(report), Optional.empty()),
                outbox().rows().stream().map(Outbox.Row::amends).toList());
    }

    @Test
    void anAmendmentThatIsPutTwiceIsOne() {
        Amendment withdrawal = enrolled.withdrawal(held());
        assertEquals(Amending.SAVED, outbox().amend(withdrawal));
        assertEquals(Amending.SAVED, outbox().amend(withdrawal));
        assertEquals(List.of(withdrawal.id()), due());
    }

    @Test
    void onlyAReportThatTheHubHasIsAmended() {
        UUID waiting = put(Urgency.OTHER, "1");
        assertEquals(Amending.NOT_HELD, outbox().amend(enrolled.withdrawal(waiting)));
        assertEquals(Amending.NOT_HELD, outbox().amend(enrolled.withdrawal(UUID.randomUUID())));
        outbox().confirm(enrolled.stored(outbox().next().orElseThrow(), 1));
        Amendment first = enrolled.withdrawal(waiting);
        outbox().amend(first);
        outbox().confirm(enrolled.stored(outbox().next().orElseThrow(), 2));
        assertEquals(Amending.NOT_HELD, outbox().amend(enrolled.withdrawal(first.id())));
        assertEquals(List.of(), due());
    }

    @Test
    void aReportIsAmendedNoMoreOftenThanTheLimit() {
        UUID report = held();
        for (int i = 0; i < SqliteOutbox.AMENDMENTS_MAX; i++) {
            assertEquals(Amending.SAVED, outbox().amend(enrolled.withdrawal(report)));
        }
        assertEquals(Amending.TOO_OFTEN, outbox().amend(enrolled.withdrawal(report)));
        assertEquals(SqliteOutbox.AMENDMENTS_MAX, due().size());
    }

    @Test
    void anAmendmentTooLongForOneMessageIsRefused() {
        String[] words = new String[50];
        java.util.Arrays.fill(words, "界".repeat(500));
        assertEquals(Amending.TOO_LONG, outbox().amend(enrolled.correction(held(), words)));
        assertEquals(List.of(), due());
    }

    @Test
    void provesNothingForAReportThatTheHubRefused() {
        UUID report = put(Urgency.OTHER, "1");
        SealedReport sent = outbox().next().orElseThrow();
        outbox().confirm(enrolled.answer(sent, new Receipt.Refused(Receipt.Reason.CONFLICT)));
        assertEquals(Optional.empty(), outbox().proof(report));
        assertEquals(List.of(), outbox().outstanding());
    }

    @Test
    void leavesOutWhatIsTooLongForTheBroker() {
        CaseReport big = enrolled.longReport(Urgency.DANGER_NOW);
        outbox().put(big, Enrolled.filed());
        UUID small = put(Urgency.OTHER, "1");
        assertEquals(
                List.of(small),
                outbox().due(Set.of(), ALL, 10_000).stream()
                        .map(SealedReport::id)
                        .toList());
        assertEquals(List.of(big.id(), small), due());
    }

    @Test
    void asManyAsAreAskedForAreFoundBehindThoseUnderWay() {
        UUID first = put(Urgency.OTHER, "1");
        UUID second = put(Urgency.OTHER, "2");
        UUID third = put(Urgency.OTHER, "3");
        assertEquals(List.of(second, third), due(Set.of(first), 2));
        assertEquals(List.of(first, third), due(Set.of(second), 2));
        assertEquals(List.of(first), due(Set.of(second, UUID.randomUUID()), 1));
        assertEquals(List.of(), due(Set.of(first, second, third), 1));
    }

    private List<UUID> due(Set<UUID> underway, int count) {
        return outbox().due(underway, count, Codec.MESSAGE_MAX).stream()
                .map(SealedReport::id)
                .toList();
    }

    @Test
    void theReceiptOfTheHubLetsAReportGo() {
        UUID report = put(Urgency.OTHER, "1");
        SealedReport sent = outbox().next().orElseThrow();
        SignedReceipt receipt = enrolled.stored(sent, 7);
        assertEquals(new Confirmation.Confirmed(report, 7), outbox().confirm(receipt));
        assertEquals(List.of(), due());
        Outbox.Row row = outbox().rows().getFirst();
        assertEquals(Optional.of(receipt.digest()), row.receipt());
        assertEquals(Optional.of(Enrolled.NOW), row.confirmed());
        assertEquals(Optional.empty(), row.refusal());
        assertEquals(new Outbox.Backlog(0, 0, Optional.empty(), Optional.of(Enrolled.NOW)), outbox().backlog());
    }

    @Test
    void aReportThatTheHubHadAlreadyGoesAsWell() {
        UUID report = put(Urgency.OTHER, "1");
        SealedReport sent = outbox().next().orElseThrow();
        var answer = enrolled.answer(sent, new Receipt.AlreadyStored(3, Enrolled.NOW));
        assertEquals(new Confirmation.Confirmed(report, 3), outbox().confirm(answer));
    }

    @Test
    void aRefusedReportIsKeptAndNotSentAgain() {
        UUID report = put(Urgency.OTHER, "1");
        SealedReport sent = outbox().next().orElseThrow();
        var answer = enrolled.answer(sent, new Receipt.Refused(Receipt.Reason.CONFLICT));
        assertEquals(new Confirmation.Dead(report, Receipt.Reason.CONFLICT), outbox().confirm(answer));
        outbox().republish();
        assertEquals(List.of(), due());
        assertTrue(outbox().rows().getFirst().refused().isPresent());
        assertEquals(
                Optional.of(Receipt.Reason.CONFLICT), outbox().rows().getFirst().refusal());
        assertTrue(outbox().backlog().bytes() > 0);
    }

    @Test
    void aForgedReceiptChangesNothing() {
        put(Urgency.OTHER, "1");
        SealedReport sent = outbox().next().orElseThrow();
        ignores(Enrolled.afresh().stored(sent, 1));
        SignedReceipt good = enrolled.stored(sent, 1);
        ignores(new SignedReceipt(
                SignedReceipt.VERSION,
                good.terminal(),
                good.report(),
                good.digest(),
                new Receipt.Stored(2, Enrolled.NOW),
                good.signature()));
    }

    @Test
    void aReceiptForAnotherMessageChangesNothing() {
        put(Urgency.OTHER, "1");
        SealedReport sent = outbox().next().orElseThrow();
        SealedReport altered = new SealedReport(
                sent.version(), sent.id(), sent.terminal(), sent.sequence(), sent.sealed() + "A", sent.signature());
        ignores(enrolled.stored(altered, 1));
        SealedReport unknown = new SealedReport(
                sent.version(), UUID.randomUUID(), sent.terminal(), 1, sent.sealed(), sent.signature());
        ignores(enrolled.stored(unknown, 1));
    }

    private void ignores(SignedReceipt receipt) {
        assertInstanceOf(Confirmation.Ignored.class, outbox().confirm(receipt));
        assertEquals(1, due().size());
    }

    @Test
    void aReplayedReceiptChangesNothing() {
        put(Urgency.OTHER, "1");
        SealedReport sent = outbox().next().orElseThrow();
        outbox().confirm(enrolled.stored(sent, 1));
        List<Outbox.Row> before = outbox().rows();
        assertInstanceOf(Confirmation.Ignored.class, outbox().confirm(enrolled.stored(sent, 1)));
        assertEquals(before, outbox().rows());
    }

    @Test
    void turnsAwayWhenFullButKeepsTheReserveForTheUrgent() {
        int ordinary = fill(Urgency.OTHER);
        assertTrue(ordinary > 10, "took " + ordinary);
        int urgent = fill(Urgency.DANGER_NOW);
        assertTrue(urgent > 100, "took " + urgent);
        assertInstanceOf(Put.Full.class, outbox().put(enrolled.longReport(Urgency.CHILD), Enrolled.filed()));
        assertTrue(outbox().backlog().bytes() <= OutboxSize.SMALLEST);
        outbox().confirm(enrolled.stored(outbox().next().orElseThrow(), 1));
        assertInstanceOf(Put.Saved.class, outbox().put(enrolled.longReport(Urgency.CHILD), Enrolled.filed()));
        assertEquals(
                ordinary + urgent + 1L,
                outbox().due(Set.of(), ALL, Codec.MESSAGE_MAX).stream()
                        .mapToLong(SealedReport::sequence)
                        .max()
                        .orElseThrow());
    }

    private int fill(Urgency urgency) {
        int taken = 0;
        while (outbox().put(enrolled.longReport(urgency), Enrolled.filed()) instanceof Put.Saved) {
            taken++;
        }
        return taken;
    }

    @Test
    void saysThatAReportIsTooLongForAMessage() {
        String[] words = new String[50];
        java.util.Arrays.fill(words, "\u5a5a".repeat(500));
        CaseReport report = enrolled.report(Urgency.DANGER_NOW, words);
        assertInstanceOf(Put.TooLong.class, outbox().put(report, Enrolled.filed()));
        assertEquals(Optional.empty(), outbox().next());
    }

    @Test
    void whatWasSavedIsThereAfterARestart() {
        UUID first = put(Urgency.OTHER, "1");
        Outbox again = reopened();
        assertEquals(first, again.next().orElseThrow().id());
        CaseReport second = enrolled.report(Urgency.OTHER, "2");
        again.put(second, Enrolled.filed());
        assertEquals(
                List.of(1L, 2L),
                again.due(Set.of(), ALL, Codec.MESSAGE_MAX).stream()
                        .map(SealedReport::sequence)
                        .toList());
    }

    @Test
    void twoThreadsPutWithoutGapsInTheNumbers() throws ExecutionException, InterruptedException {
        int each = 40;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> puts = new ArrayList<>();
            for (int thread = 0; thread < 2; thread++) {
                puts.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        put(Urgency.OTHER, "1");
                    }
                }));
            }
            for (Future<?> done : puts) {
                done.get();
            }
        }
        var numbers = new HashSet<Long>();
        outbox().due(Set.of(), ALL, Codec.MESSAGE_MAX).forEach(report -> numbers.add(report.sequence()));
        assertEquals(2 * each, numbers.size());
        assertEquals(
                2L * each, numbers.stream().mapToLong(Long::longValue).max().orElseThrow());
    }
}
