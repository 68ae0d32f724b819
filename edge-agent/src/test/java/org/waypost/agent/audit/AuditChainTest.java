package org.waypost.agent.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.agent.audit.AuditChain.Damage;
import org.waypost.agent.audit.AuditChain.Verdict;
import org.waypost.agent.store.StoreFailure;
import org.waypost.agent.store.TerminalStore;

class AuditChainTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final int ROWS = 9;

    @TempDir
    Path directory;

    private TerminalStore store;

    @BeforeEach
    void fill() {
        store = TerminalStore.open(directory.resolve("terminal.db"), InstantSource.fixed(NOW));
        Audit audit = new SqliteAudit(store);
        for (int i = 1; i <= ROWS; i++) {
            audit.append(event("A Verified " + i));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static AuditEvent event(String detail) {
        return new AuditEvent(NOW, "reg-7", AuditEvent.Action.VERIFIED, UUID.randomUUID(), detail);
    }

    private Verdict verdict() {
        return new AuditChain(store).verify();
    }

    private void execute(String... statements) {
        store.transaction(in -> {
            for (String sql : statements) {
                try (Statement statement = in.createStatement()) {
                    statement.execute(sql);
                }
            }
            return statements.length;
        });
    }

    /** As one who has the file and no program of ours: the triggers are gone first. */
    private void tamper(String... statements) {
        execute(
                "drop trigger audit_is_not_changed",
                "drop trigger audit_is_not_deleted",
                "drop trigger audit_grows_at_its_end",
                "drop trigger audit_head_only_advances");
        execute(statements);
    }

    @Test
    void anUntouchedChainIsIntact() {
        assertEquals(ROWS, ((Verdict.Intact) verdict()).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"at", "actor", "action", "encounter", "detail", "hash"})
    void namesARowThatWasFlipped(String column) {
        tamper("update audit set " + column + " = substr(" + column + ", 2) || 'x' where number = 4");
        assertEquals(new Verdict.Broken(4, Damage.CHANGED), verdict());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 5, ROWS - 1})
    void namesARowThatWasDeleted(long number) {
        tamper("delete from audit where number = " + number);
        assertEquals(new Verdict.Broken(number, Damage.MISSING), verdict());
    }

    @Test
    void namesARowThatWasDeletedAndTheRestMovedUp() {
        tamper("delete from audit where number = 4", "update audit set number = number - 1 where number > 4");
        assertEquals(new Verdict.Broken(4, Damage.CHANGED), verdict());
    }

    @Test
    void namesTheFirstOfTwoRowsThatChangedPlaces() {
        tamper(
                "update audit set number = 100 where number = 3",
                "update audit set number = 3 where number = 7",
                "update audit set number = 7 where number = 100");
        assertEquals(new Verdict.Broken(3, Damage.CHANGED), verdict());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 6, ROWS})
    void namesTheFirstRowThatWasCutOff(long number) {
        tamper("delete from audit where number >= " + number);
        assertEquals(new Verdict.Broken(number, Damage.CUT_OFF), verdict());
    }

    @Test
    void noticesAHeadThatWasTurnedBack() {
        tamper("update audit_head set count = 5");
        assertEquals(new Verdict.Broken(6, Damage.ADDED), verdict());
    }

    @Test
    void noticesALastRowThatWasCutOffTogetherWithTheCount() {
        tamper("delete from audit where number = " + ROWS, "update audit_head set count = count - 1");
        assertEquals(new Verdict.Broken(ROWS - 1, Damage.CHANGED), verdict());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set detail = 'x' where number = 2",
                "delete from audit where number = 9",
                "insert or replace into audit select number, at, actor, action, encounter, 'x', hash from audit where number = 2",
                "insert into audit select 20, at, actor, action, encounter, detail, hash from audit where number = 2",
                "update audit_head set count = 3",
                "delete from audit_head",
            })
    void theFileItselfRefusesAnythingButAppending(String sql) {
        assertThrows(StoreFailure.class, () -> execute(sql));
        assertEquals(ROWS, ((Verdict.Intact) verdict()).count());
    }

    @Test
    void twoRowsWithTheSameLettersInOtherFieldsDiffer() {
        Link one = Link.FIRST.then(List.of("ab", "c"));
        Link two = Link.FIRST.then(List.of("a", "bc"));
        assertNotEquals(one.hash(), two.hash());
    }
}
