package org.waypost.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path directory;

    private Database database;

    @BeforeEach
    void threeEntries() {
        database = Database.open(directory);
        for (int i = 1; i <= 3; i++) {
            append("officer " + i);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void append(String actor) {
        database.transaction(connection -> {
            Audit.append(connection, new Audit.Entry(NOON, actor, Audit.Action.LOOKED, "7", "hand-over"));
            return actor;
        });
    }

    private void tamper(String... statements) {
        database.transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop trigger audit_keeps");
                statement.execute("drop trigger audit_stays");
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
    }

    @Test
    void runsSyncedAndOverwritesWhatItDeletes() {
        for (Map.Entry<String, String> pragma : Database.PRAGMAS.entrySet()) {
            assertEquals(pragma.getValue(), database.transaction(connection -> database.pragma(pragma.getKey())));
        }
    }

    @Test
    void takesListNumbersInOrderAndNeverTwice() {
        SqliteIssueNumbers numbers = SqliteIssueNumbers.ofLists(database);
        assertEquals(1, numbers.take(NOON, 0));
        assertEquals(2, numbers.take(NOON, 5));
        database.close();
        database = Database.open(directory);
        assertEquals(3, SqliteIssueNumbers.ofLists(database).take(NOON, 5));
    }
}
