package org.waypost.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.contract.SignedReceipt;
import org.waypost.hub.intake.Judged;

/** What an outbox of receipts does, whichever database is below it. */
abstract class ReceiptOutboxContract extends StoreContract {
    private static final Duration LEASE = Duration.ofSeconds(15);

    private SqlReceiptOutbox outbox;

    @BeforeEach
    void outbox() {
        outbox = new SqlReceiptOutbox(database, () -> now);
    }

    private Judged settled(long sequence) {
        Judged report = accepted(sequence);
        cases(database).settle(List.of(report));
        now = now.plusMillis(1);
        return report;
    }

    private List<SignedReceipt> claim(int most) {
        return outbox.claim(most, LEASE);
    }

    @Test
    void givesTheOldestFirstAndEachToOneCaller() {
        Judged first = settled(1);
        settled(2);
        assertEquals(first.message().id(), claim(1).getFirst().report());
        assertEquals(1, claim(10).size());
        assertEquals(List.of(), claim(10));
    }

    @Test
    void givesAgainWhatACallerDidNotFinish() {
        settled(1);
        List<SignedReceipt> claimed = claim(10);
        now = now.plus(LEASE).minusMillis(1);
        assertEquals(List.of(), claim(10));
        now = now.plusMillis(1);
        assertEquals(claimed, claim(10));
    }

    @Test
    void givesNeverAgainWhatWasSent() {
        settled(1);
        outbox.sent(claim(10));
        now = now.plus(LEASE).plusSeconds(1);
        assertEquals(List.of(), claim(10));
    }

    @Test
    void givesAgainWhatWasPostponed() {
        settled(1);
        List<SignedReceipt> claimed = claim(10);
        outbox.postpone(claimed, Duration.ofSeconds(2));
        assertEquals(List.of(), claim(10));
        now = now.plusSeconds(2);
        assertEquals(claimed, claim(10));
    }

    @Test
    void givesAReceiptThatWasRenewedWhileTheFormerOneWasUnderWay() {
        Judged report = settled(1);
        List<SignedReceipt> former = claim(10);
        cases(database).settle(List.of(report));
        outbox.sent(former);
        List<SignedReceipt> renewed = claim(10);
        assertEquals(report.message().id(), renewed.getFirst().report());
        assertNotEquals(former, renewed);
    }

    @Test
    void keepsThemOverARestart() {
        settled(1);
        reopen();
        assertEquals(
                1, new SqlReceiptOutbox(database, () -> now).claim(10, LEASE).size());
    }

    @Test
    void marksNothingWhenThereIsNothing() {
        outbox.sent(List.of());
        outbox.postpone(List.of(), LEASE);
        assertEquals(List.of(), claim(10));
    }

    /** Five hundred, fetched in portions by one caller after the other: each once. */
    @Test
    void givesEachOnceInPortions() {
        cases(database)
                .settle(LongStream.rangeClosed(1, 500)
                        .mapToObj(StoreContract::accepted)
                        .toList());
        Set<SignedReceipt> all = new HashSet<>();
        int given = 0;
        for (List<SignedReceipt> some = claim(120); !some.isEmpty(); some = claim(120)) {
            all.addAll(some);
            given += some.size();
        }
        assertEquals(500, given);
        assertEquals(500, all.size());
    }
}
