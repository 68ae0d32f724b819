package org.waypost.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Receipt;
import org.waypost.contract.SignedReceipt;
import org.waypost.contract.TerminalId;
import org.waypost.hub.intake.CaseStore;
import org.waypost.hub.intake.Judged;

/** What a store of reports does, whichever database is below it. */
abstract class CaseStoreContract extends StoreContract {
    private static final Receipt CONFLICT = new Receipt.Refused(Receipt.Reason.CONFLICT);

    private List<Receipt> settle(Judged... batch) {
        return cases(database).settle(List.of(batch));
    }

    private static Receipt.Stored stored(Receipt receipt) {
        return assertInstanceOf(Receipt.Stored.class, receipt);
    }

    private static Receipt again(Receipt.Stored first) {
        return new Receipt.AlreadyStored(first.number(), first.at());
    }

    private List<SignedReceipt> due() {
        return new SqlReceiptOutbox(database, () -> now).claim(1_000, Duration.ofSeconds(1));
    }

    @Test
    void answersEachOfABatchInItsOrder() {
        Judged refused = new Judged.Rejected(message(UUID.randomUUID(), 2), Receipt.Reason.NOT_FOR_THIS_DESK);
        List<Receipt> receipts = settle(accepted(3), refused, accepted(1));
        assertEquals(new Receipt.Refused(Receipt.Reason.NOT_FOR_THIS_DESK), receipts.get(1));
        assertTrue(
                stored(receipts.get(2)).number() < stored(receipts.get(0)).number(),
                "numbers of one terminal and urgency follow its sequence");
        assertEquals(START, stored(receipts.get(0)).at());
        assertEquals(2, count("select count(*) from report"));
        assertEquals(3, due().size());
    }

    @Test
    void numbersDangerBeforeWhatTheSameTerminalFiledEarlier() {
        Judged danger = new Judged.Accepted(message(UUID.randomUUID(), 2), Urgency.DANGER_NOW);
        List<Receipt> receipts = settle(accepted(1), danger);
        assertTrue(stored(receipts.get(1)).number() < stored(receipts.get(0)).number());
    }

    @Test
    void answersTheSameBatchAgainWithTheSameNumbers() {
        Judged[] batch = {accepted(1), accepted(2)};
        List<Receipt> first = settle(batch);
        now = now.plusSeconds(60);
        assertEquals(first.stream().map(receipt -> again(stored(receipt))).toList(), settle(batch));
        assertEquals(2, count("select count(*) from report"));
    }

    @Test
    void storesAMessageOnceThatIsTwiceInABatch() {
        Judged twice = accepted(1);
        List<Receipt> receipts = settle(twice, twice);
        assertEquals(again(stored(receipts.get(0))), receipts.get(1));
        assertEquals(
                List.of(receipts.get(1)),
                due().stream().map(SignedReceipt::receipt).toList());
    }

    @Test
    void refusesAnotherMessageUnderAKnownIdOrSequence() {
        UUID id = UUID.randomUUID();
        stored(settle(accepted(message(id, 1))).getFirst());
        assertEquals(List.of(CONFLICT), settle(accepted(message(id, 2))));
        assertEquals(List.of(CONFLICT), settle(accepted(1)));
        assertEquals(2, auditEntries());
        stored(settle(accepted(message(UUID.randomUUID(), new TerminalId("counter-2"), 1, "other")))
                .getFirst());
    }

    private static Judged amending(UUID report, TerminalId terminal, long sequence) {
        return new Judged.Amending(message(UUID.randomUUID(), terminal, sequence, "amendment"), report);
    }

    @Test
    void keepsAnAmendmentBesideItsReportOnce() {
        UUID report = UUID.randomUUID();
        Receipt.Stored first = stored(settle(accepted(message(report, 1))).getFirst());
        Judged amendment = amending(report, COUNTER, 2);
        Receipt.Stored second = stored(settle(amendment).getFirst());
        assertTrue(second.number() > first.number());
        assertEquals(List.of(again(second), again(second)), settle(amendment, amendment));
        assertEquals(2, count("select count(*) from report"));
        assertEquals(1, count("select count(*) from report where amends = '" + report + "'"));
        assertEquals(2, due().size());
    }

    @Test
    void keepsAnAmendmentOfAReportInTheSameBatchWhateverTheOrder() {
        UUID report = UUID.randomUUID();
        List<Receipt> receipts = settle(amending(report, COUNTER, 2), accepted(message(report, 1)));
        assertTrue(stored(receipts.get(0)).number() > stored(receipts.get(1)).number());
    }

    @Test
    void refusesAnAmendmentByAnotherTerminalOrOfWhatIsNoReport() {
        UUID report = UUID.randomUUID();
        Judged amendment = amending(report, COUNTER, 2);
        settle(accepted(message(report, 1)), amendment);
        Receipt none = new Receipt.Refused(Receipt.Reason.NO_SUCH_REPORT);
        assertEquals(
                List.of(none, none, none, CONFLICT),
                settle(
                        amending(report, new TerminalId("counter-2"), 1),
                        amending(UUID.randomUUID(), COUNTER, 3),
                        amending(amendment.message().id(), COUNTER, 4),
                        amending(report, COUNTER, 2)));
        assertEquals(2, count("select count(*) from report"));
        assertEquals(4, auditEntries());
        assertEquals(6, due().size());
    }

    @Test
    void refusesAnotherMessageUnderAnIdOrSequenceOfTheSameBatchAndStoresTheRest() {
        UUID id = UUID.randomUUID();
        List<Receipt> receipts = settle(
                accepted(message(id, COUNTER, 1, "first")), accepted(message(id, COUNTER, 1, "forked")), accepted(2));
        stored(receipts.get(0));
        assertEquals(CONFLICT, receipts.get(1));
        stored(receipts.get(2));
        assertEquals(1, auditEntries());
    }

    @Test
    void takesABatchOfTheLargestSize() {
        List<Judged> batch =
                LongStream.rangeClosed(1, 200).mapToObj(StoreContract::accepted).toList();
        cases(database).settle(batch).forEach(CaseStoreContract::stored);
        assertEquals(200, count("select count(*) from report"));
        assertEquals(200, due().size());
    }

    @Test
    void keepsNumbersUniqueAndIncreasingOverARestart() {
        long first = stored(settle(accepted(1)).getFirst()).number();
        reopen();
        CaseStore store = cases(database);
        long second = stored(store.settle(List.of(accepted(2))).getFirst()).number();
        assertTrue(first < second, first + " then " + second);
    }
}
