package org.waypost.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
