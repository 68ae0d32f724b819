package org.waypost.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.KeyFile;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Verifier;
import org.waypost.hub.casebook.CaseRetention;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.intake.Filed;
import org.waypost.hub.intake.Judged;
import org.waypost.hub.store.SqlRetention.Purged;

/** What is kept for how long, whichever database is below it. */
abstract class RetentionContract extends StoreContract {
    static final CaseRetention RETENTION =
            new CaseRetention(Duration.ofDays(30), Duration.ofDays(10), Duration.ofDays(60));
    static final String OFFICER = "Officer Li of the canary";
    static final String WORDS = "words of the canary";
    private static final Officer LI = new Officer(OFFICER);
    private static final Reason REASON = new Reason(WORDS);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final KeysetHandle key = key();
    private int sequence;

    private static KeysetHandle key() {
        try {
            return KeyFile.newSigningKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    SqlRetention retention() {
        return new SqlRetention(database, RETENTION, new Signer(key), () -> now);
    }

    SealedReport keep(String sealedText) {
        SealedReport message = message(UUID.randomUUID(), COUNTER, ++sequence, sealedText);
        assertInstanceOf(Receipt.Stored.class, settle(message));
        return message;
    }

    private Receipt settle(SealedReport message) {
        return cases(database).settle(List.of(accepted(message))).getFirst();
    }

    private long number(SealedReport message) {
        return count("select number from report where id = '" + message.id() + "'");
    }

    long take(SealedReport message) {
        long number = number(message);
        assertTrue(new SqlCases(database, new Signer(key), () -> now).acknowledge(number, LI, REASON));
        return number;
    }

    SealedReport amend(SealedReport report, String sealedText) {
        SealedReport message = message(UUID.randomUUID(), COUNTER, ++sequence, sealedText);
        Judged amending = new Judged.Amending(message, report.id());
        assertInstanceOf(
                Receipt.Stored.class, cases(database).settle(List.of(amending)).getFirst());
        return message;
    }

    private int listed() {
        return new SqlCases(database, new Signer(key), () -> now).inbox(100).size();
    }

    @Test
    void purgesACaseFromWhenItWasTakenOnAndNoneThatWaits() {
        SealedReport taken = keep("sealed");
        keep("also sealed");
        now = now.plus(Duration.ofDays(300));
        long number = take(taken);
        now = now.plus(RETENTION.cases());
        assertEquals(0, retention().purge().cases());
        now = now.plus(A_MOMENT);
        assertEquals(1, retention().purge().cases());
        SqlCases cases = new SqlCases(database, new Signer(key), () -> now);
        assertEquals(1, listed());
        assertEquals(Optional.empty(), cases.line(number));
        assertEquals(Optional.empty(), cases.look(number, LI, REASON));
        assertEquals(0, retention().purge().cases());
        Receipt again = settle(taken);
        assertEquals(
                number, assertInstanceOf(Receipt.AlreadyStored.class, again).number(), "a replay is known");
        assertEquals(1, listed());
    }

    @Test
    void whatWasSaidOfACaseGoesWithItAndNotBefore() {
        SealedReport taken = keep("sealed");
        SealedReport amendment = amend(taken, "corrected");
        amend(keep("also sealed"), "also corrected");
        take(taken);
        assertFalse(
                new SqlLegalHolds(database, () -> now).place(number(amendment), LI, REASON, Duration.ofDays(100)),
                "an amendment is no case");
        now = now.plus(RETENTION.cases());
        assertEquals(0, retention().purge().cases());
        assertEquals(1, count("select count(*) from notice"));
        now = now.plus(A_MOMENT);
        assertEquals(2, retention().purge().cases(), "the case and its amendment");
        assertEquals(0, count("select count(*) from notice"));
        assertEquals(2, count("select count(*) from report where envelope <> ''"), "those that wait");
    }

    /** Not even in an outbox of receipts is its text; the same amendment that came in time is still known. */
    @Test
    void refusesAnAmendmentOfAPurgedCaseAndKnowsOneThatCameInTime() {
        SealedReport taken = keep("sealed");
        SealedReport inTime = amend(taken, "corrected");
        take(taken);
        now = now.plus(RETENTION.cases()).plus(A_MOMENT);
        assertEquals(2, retention().purge().cases());
        SealedReport late = message(UUID.randomUUID(), COUNTER, ++sequence, "too late");
        List<Receipt> receipts = cases(database)
                .settle(List.of(new Judged.Amending(late, taken.id()), new Judged.Amending(inTime, taken.id())));
        assertEquals(new Receipt.Refused(Receipt.Reason.NO_SUCH_REPORT), receipts.getFirst());
        assertInstanceOf(Receipt.AlreadyStored.class, receipts.getLast());
        assertEquals(0, count("select count(*) from report where id = '" + late.id() + "'"));
        assertEquals(1, count("select count(*) from audit where action = 'AMENDED_TOO_LATE'"));
        assertEquals(1, count("select count(*) from receipt where report = '" + late.id() + "'"), "an answer is due");
        assertEquals(
                Optional.of(new Filed(Urgency.OTHER, false)), cases(database).filed(COUNTER, taken.id()));
        assertEquals(Optional.empty(), cases(database).filed(new TerminalId("counter-2"), taken.id()));
        assertEquals(Optional.empty(), cases(database).filed(COUNTER, inTime.id()));
    }

    @Test
    void keepsAHeldCaseAndItsAuditUntilTheHoldEnds() {
        long number = take(keep("sealed"));
        SqlLegalHolds holds = new SqlLegalHolds(database, () -> now);
        assertFalse(holds.place(number + 1, LI, REASON, Duration.ofDays(1)));
        assertTrue(holds.place(number, LI, REASON, Duration.ofDays(1)));
        assertTrue(holds.place(number, LI, REASON, Duration.ofDays(100)));
        now = START.plus(Duration.ofDays(100)).minus(A_MOMENT);
        assertEquals(new Purged(0, 0, 0, 0), retention().purge());
        now = now.plus(A_MOMENT);
        assertEquals(new Purged(1, 0, 0, 3), retention().purge());
        assertEquals(0, listed());
        assertEquals(1, count("select count(*) from audit where action = 'HOLD_ENDED'"));
        assertFalse(holds.place(number, LI, REASON, Duration.ofDays(1)), "what is purged is held no more");
    }

    @Test
    void purgesAThreadOfTipsFromItsLastWord() {
        tip("old", 0);
        tip("answered", 0);
        tip("going on", 0);
        tip("going on", 40);
        answer(1, "answered", 1);
        answer(2, "going on", 40);
        now = Instant.ofEpochMilli(0).plus(RETENTION.cases());
        assertEquals(0, retention().purge().tips());
        now = now.plus(A_MOMENT);
        assertEquals(1, retention().purge().tips());
        now = now.plus(Duration.ofDays(1));
        assertEquals(1, retention().purge().tips());
        assertEquals(2, count("select count(*) from tip"));
        assertEquals(2, count("select number from tip_answer"), "the only one");
        now = now.plus(Duration.ofDays(40));
        assertEquals(2, retention().purge().tips());
        assertEquals(1, count("select count(*) from tip_answer"), "the last of all: its number is asked for");
    }

    private void tip(String handle, int day) {
        execute("insert into tip values ('" + UUID.randomUUID() + "', "
                + Duration.ofDays(day).toMillis() + ", '" + handle + "', '" + "k".repeat(43) + "', '" + "d".repeat(43)
                + "', 'sealed', 0)");
    }

    private void answer(int number, String handle, int day) {
        execute("insert into tip_answer values (" + number + ", "
                + Duration.ofDays(day).toMillis() + ", '" + handle + "', 'sealed')");
    }

    @Test
    void purgesReceiptsFromWhenTheyWereSent() {
        keep("sealed");
        SqlReceiptOutbox outbox = new SqlReceiptOutbox(database, () -> now);
        keep("not sent");
        outbox.sent(outbox.claim(1, Duration.ofSeconds(15)));
        now = now.plus(RETENTION.receipts());
        assertEquals(new Purged(0, 0, 0, 0), retention().purge());
        now = now.plus(A_MOMENT);
        assertEquals(new Purged(0, 0, 1, 0), retention().purge());
        assertEquals(1, count("select count(*) from receipt"));
    }

    @Test
    void theAuditStaysAChainFromItsSignedAnchorOn() throws Exception {
        take(keep("sealed"));
        take(keep("also sealed"));
        now = now.plus(RETENTION.audit()).plus(A_MOMENT);
        take(keep("young"));
        assertEquals(2, retention().purge().audit());
        assertEquals(4, auditEntries(), "two that went, one that stayed, and the purge");
        assertEquals(2, count("select count(*) from audit"));
        reopen();
        assertEquals(4, auditEntries());
        assertTrue(new Audit(database).isAnchoredBy(new Verifier(key.getPublicKeysetHandle())));
        assertFalse(new Audit(database).isAnchoredBy(new Verifier(key().getPublicKeysetHandle())));
    }
}
