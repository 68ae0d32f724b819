package org.waypost.agent.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.agent.store.TerminalStore;

class UnansweredTest {
    private static final Instant NOON = Instant.parse("2026-11-29T04:00:00Z");
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(2, 2);

    @TempDir
    Path directory;

    private TerminalStore opened() {
        return TerminalStore.open(directory.resolve("terminal.db"), () -> NOON);
    }

    private static void line(TerminalStore store, Action action, UUID id, Instant at) {
        new SqliteAudit(store).append(new AuditEvent(at, "terminal", action, id, ""));
    }

    @Test
    void aRestartForgetsNeitherACallNorAnOpening() {
        try (TerminalStore store = opened()) {
            line(store, Action.HELP_PRESSED, ONE, NOON);
            line(store, Action.HELP_PRESSED, ONE, NOON.plusSeconds(9));
            line(store, Action.HELP_PRESSED, TWO, NOON);
            line(store, Action.HELP_ANSWERED, TWO, NOON.plusSeconds(20));
            line(store, Action.TAMPER_OPENED, TWO, NOON);
            line(store, Action.DECIDED, ONE, NOON);
        }
        try (TerminalStore store = opened()) {
            Unanswered unanswered = new Unanswered(store);
            assertEquals(Map.of(ONE, List.of(NOON, NOON.plusSeconds(9))), unanswered.calls());
            assertEquals(Map.of(TWO, List.of(NOON)), unanswered.openings());
            line(store, Action.HELP_ANSWERED, ONE, NOON.plusSeconds(30));
            line(store, Action.TAMPER_RESET, TWO, NOON.plusSeconds(30));
            assertEquals(Map.of(), unanswered.calls());
            assertEquals(Map.of(), unanswered.openings());
            line(store, Action.HELP_PRESSED, ONE, NOON.plusSeconds(40));
            assertEquals(Map.of(ONE, List.of(NOON.plusSeconds(40))), unanswered.calls(), "pressed anew");
        }
    }

    /** A year of cases must not make a start slow. */
    @Test
    void isLookedUpByItsIndex() {
        try (TerminalStore store = opened()) {
            String plan = store.transaction(in -> {
                try (Statement statement = in.createStatement();
                        ResultSet row = statement.executeQuery("explain query plan " + Unanswered.ROWS)) {
                    return row.getString("detail");
                }
            });
            assertTrue(plan.contains("audit_of_the_panel"), plan);
        }
    }
}
