package org.waypost.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.contract.Notice;
import org.waypost.contract.Progress;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedAcknowledgement;
import org.waypost.contract.SignedNotice;
import org.waypost.contract.TerminalId;
import org.waypost.hub.casebook.Decision;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.casebook.Telling;
import org.waypost.hub.casebook.Told;

/** What the desk says to terminals and how long it is said, whichever database is below it. */
abstract class NoticeOutboxContract extends StoreContract {
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Officer LI = new Officer("Officer Li");
    private static final Reason REASON = new Reason("spoke with her alone");

    private final UUID report = UUID.randomUUID();
    private SqlCases stored;
    private SqlNoticeOutbox outbox;
    private long number;

    @BeforeEach
    void taken() {
        stored = new SqlCases(database, signer(), () -> now);
        outbox = new SqlNoticeOutbox(database, () -> now);
        number = keep(message(report, 1));
        assertTrue(stored.acknowledge(number, LI, REASON));
        now = now.plusSeconds(1);
    }

    private long keep(SealedReport message) {
        Receipt receipt = cases(database).settle(List.of(accepted(message))).getFirst();
        return ((Receipt.Stored) receipt).number();
    }

    private Telling tell(Progress progress) {
        Telling told = stored.tell(number, new Decision(progress, LI, REASON));
        now = now.plusSeconds(1);
        return told;
    }

    private List<SignedNotice> claim() {
        return outbox.claim(10, LEASE);
    }

    private static SignedAcknowledgement of(SignedNotice notice) {
        return SignedAcknowledgement.sign(notice, signer());
    }

    @Test
    void takingOnTellsTheTerminalThatFiled() {
        SignedNotice said = claim().getFirst();
        assertEquals(COUNTER, said.terminal());
        assertEquals(new Notice(report, 1, Progress.TAKEN_ON, START), said.notice());
        assertEquals(List.of(), claim());
    }

    @Test
    void numbersWhatIsSaidOfAReportAndRecordsIt() {
        long before = auditEntries();
        assertEquals(Telling.TOLD, tell(Progress.QUESTION));
        assertEquals(Telling.TOLD, tell(Progress.ACTED_ON));
        assertEquals(before + 2, auditEntries());
        assertEquals(
                List.of(1L, 2L, 3L),
                claim().stream().map(said -> said.notice().number()).sorted().toList());
        List<Told> told = stored.look(number, LI, REASON).orElseThrow().told();
        assertEquals(
                List.of(Progress.TAKEN_ON, Progress.QUESTION, Progress.ACTED_ON),
                told.stream().map(Told::progress).toList());
        assertEquals(
                new Told(Progress.QUESTION, LI.name(), REASON.words(), START.plusSeconds(1), Optional.empty()),
                told.get(1));
    }

    @Test
    void saysNothingOfAReportThatNobodyHasTakenOn() {
        long waiting = keep(message(UUID.randomUUID(), 2));
        Decision decision = new Decision(Progress.ACTED_ON, LI, REASON);
        assertEquals(Telling.NOT_TAKEN_ON, stored.tell(waiting, decision));
        assertEquals(Telling.NOT_TAKEN_ON, stored.tell(waiting + 100, decision));
        assertEquals(1, claim().size());
    }

    @Test
    void saysNoMoreThanThereAreNumbers() {
        for (int i = 2; i <= Notice.NUMBER_MAX; i++) {
            assertEquals(Telling.TOLD, tell(Progress.QUESTION));
        }
        long before = auditEntries();
        assertEquals(Telling.TOO_OFTEN, tell(Progress.ACTED_ON));
        assertEquals(before, auditEntries());
    }

    @Test
    void saysItAgainEverMoreSeldomUntilTheTerminalHasIt() {
        List<SignedNotice> said = claim();
        for (long minutes : new long[] {1, 2, 4, 8, 16, 32, 64, 64}) {
            outbox.sent(said);
            now = now.plus(Duration.ofMinutes(minutes)).minusMillis(1);
            assertEquals(List.of(), claim(), "within " + minutes + " min");
            now = now.plusMillis(1);
            assertEquals(said, claim(), "after " + minutes + " min");
        }
        assertEquals(List.of(true), outbox.stored(List.of(of(said.getFirst()))));
        now = now.plus(Duration.ofDays(1));
        assertEquals(List.of(), claim());
        assertEquals(
                Optional.of(now.minus(Duration.ofDays(1))),
                stored.look(number, LI, REASON).orElseThrow().told().getFirst().stored());
    }

    @Test
    void givesAgainWhatACallerDidNotFinishAndWhatWasPostponed() {
        List<SignedNotice> said = claim();
        now = now.plus(LEASE);
        assertEquals(said, claim());
        outbox.postpone(said, Duration.ofSeconds(2));
        assertEquals(List.of(), claim());
        now = now.plusSeconds(2);
        assertEquals(said, claim());
    }

    @Test
    void letsANoticeGoOnceAndToItsTerminalAlone() {
        SignedNotice said = claim().getFirst();
        SignedAcknowledgement good = of(said);
        TerminalId other = new TerminalId("counter-2");
        List<SignedAcknowledgement> batch = List.of(
                of(new SignedNotice(1, other, said.notice(), "AA")),
                good,
                good,
                new SignedAcknowledgement(1, COUNTER, report, 2, "AA"),
                new SignedAcknowledgement(1, COUNTER, UUID.randomUUID(), 1, "AA"));
        assertEquals(List.of(false, true, false, false, false), outbox.stored(batch));
        assertEquals(List.of(false), outbox.stored(List.of(good)));
    }

    @Test
    void givesUpAfterNinetyDays() {
        now = START.plus(SqlNoticeOutbox.KEPT_UP).minusMillis(1);
        assertEquals(1, claim().size());
        now = now.plus(LEASE);
        assertEquals(List.of(), claim());
    }

    @Test
    void keepsThemOverARestart() {
        tell(Progress.HANDED_OVER);
        reopen();
        assertEquals(
                2, new SqlNoticeOutbox(database, () -> now).claim(10, LEASE).size());
    }
}
