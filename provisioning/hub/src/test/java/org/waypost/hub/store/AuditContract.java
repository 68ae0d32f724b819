package org.waypost.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.KeysetHandle;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.contract.KeyFile;
import org.waypost.contract.Signer;
import org.waypost.contract.Verifier;

/** What the audit and the numbers of issues do, whichever database is below them. */
abstract class AuditContract extends StoreContract {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @BeforeEach
    void threeEntries() {
        for (int i = 1; i <= 3; i++) {
            append("officer " + i);
        }
    }

    private void append(String actor) {
        database.transaction(connection -> {
            new Audit(database).append(connection, new Audit.Entry(NOON, actor, Audit.Action.LOOKED, "7", "hand-over"));
            return actor;
        });
    }

    /** What somebody who owns the file or the server does first. */
    abstract String[] disarm();

    private void tamper(String... statements) {
        database.transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : disarm()) {
                    statement.execute(sql);
                }
                for (String sql : statements) {
                    statement.execute(sql);
                }
                return statements.length;
            }
        });
    }

    @Test
    void isIntactAsWrittenAndItsHeadMovesOn() {
        Audit audit = new Audit(database);
        Audit.Check.Intact before = assertInstanceOf(Audit.Check.Intact.class, audit.check());
        append("officer 4");
        Audit.Check.Intact after = assertInstanceOf(Audit.Check.Intact.class, audit.check());
        assertEquals(3, before.entries());
        assertEquals(4, after.entries());
        assertNotEquals(before.head(), after.head());
    }

    @Test
    void namesAChangedEntry() {
        tamper("update audit set note = 'another purpose' where entry = 2");
        assertEquals(new Audit.Check.Broken(2), new Audit(database).check());
    }

    @Test
    void namesAnEntryOfAKindThatIsNone() {
        tamper("update audit set action = 'NOTHING' where entry = 2");
        assertEquals(new Audit.Check.Broken(2), new Audit(database).check());
    }

    @Test
    void namesTheGapOfARemovedEntry() {
        tamper("delete from audit where entry = 1");
        assertEquals(new Audit.Check.Broken(1), new Audit(database).check());
    }

    @Test
    void namesTheFirstOfTwoExchangedEntries() {
        tamper(
                "update audit set entry = 99 where entry = 2",
                "update audit set entry = 2 where entry = 3",
                "update audit set entry = 3 where entry = 99");
        assertEquals(new Audit.Check.Broken(2), new Audit(database).check());
    }

    /** Whoever can write the rows can hash the chain anew, or cut its end: only the signature tells. */
    @Test
    void aSignedEndTellsWhatTheHashesAloneDoNot() throws Exception {
        KeysetHandle key = KeyFile.newSigningKey();
        Signer hub = new Signer(key);
        AuditEnd end = new AuditEnd(database);
        Verifier verifier = new Verifier(key.getPublicKeysetHandle());
        assertTrue(end.isSignedBy(verifier), "nothing is signed yet");
        end.sign(hub, () -> NOON);
        append("officer 4");
        assertEquals(new Audit(database).check(), end.check(verifier), "what came since is as written");
        assertFalse(end.isSignedBy(new Verifier(KeyFile.newSigningKey().getPublicKeysetHandle())));
        assertEquals(
                new Audit.Check.Broken(3),
                end.check(new Verifier(KeyFile.newSigningKey().getPublicKeysetHandle())));
        tamper("delete from audit where entry >= 3");
        assertInstanceOf(Audit.Check.Intact.class, new Audit(database).check(), "control: the hashes alone fit");
        assertEquals(new Audit.Check.Broken(3), end.check(verifier));
        append("somebody else");
        assertInstanceOf(Audit.Check.Intact.class, new Audit(database).check(), "control: the hashes alone fit");
        assertEquals(new Audit.Check.Broken(3), end.check(verifier));
        execute("update audit_end set entry = 2");
        assertEquals(new Audit.Check.Broken(2), end.check(verifier), "an end that nobody signed");
        execute("delete from audit_end");
        assertInstanceOf(Audit.Check.Broken.class, end.check(verifier));
    }

    @Test
    void signsAnEndOnceAndOnlyWhenItMovedOn() throws Exception {
        Signer hub = new Signer(KeyFile.newSigningKey());
        AuditEnd end = new AuditEnd(database);
        end.sign(hub, () -> NOON);
        end.sign(hub, () -> NOON.plusSeconds(60));
        assertEquals(NOON.toEpochMilli(), count("select at from audit_end"));
        append("officer 4");
        end.sign(hub, () -> NOON.plusSeconds(120));
        assertEquals(4, count("select entry from audit_end"));
        assertEquals(NOON.plusSeconds(120).toEpochMilli(), count("select at from audit_end"));
    }

    @Test
    void letsNobodyChangeOrRemoveThroughTheStore() {
        for (String sql : new String[] {"update audit set note = ''", "delete from audit"}) {
            assertThrows(
                    StoreFailure.class,
                    () -> database.transaction(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            return statement.executeUpdate(sql);
                        }
                    }));
        }
        assertEquals(3, auditEntries());
    }

    @Test
    void takesListNumbersInOrderAndNeverTwice() {
        SqlIssueNumbers numbers = SqlIssueNumbers.ofLists(database);
        assertEquals(1, numbers.take(NOON, 0));
        assertEquals(2, numbers.take(NOON, 5));
        reopen();
        assertEquals(3, SqlIssueNumbers.ofLists(database).take(NOON, 5));
        assertEquals(1, SqlIssueNumbers.ofTrustStores(database).take(NOON, 5));
        assertEquals(7, auditEntries());
    }
}
