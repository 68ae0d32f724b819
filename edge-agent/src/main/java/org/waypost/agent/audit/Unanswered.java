package org.waypost.agent.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.agent.store.TerminalStore;

/**
 * What the panel told and no person has answered yet, as the audit has it: a restart forgets none of it.
 *
 * @param store where the audit is
 */
public record Unanswered(TerminalStore store) {
    // the condition is that of the index, word for word, or SQLite would read every row
    static final String ROWS = "select action, encounter, at from audit"
            + " where action in ('HELP_PRESSED', 'HELP_ANSWERED', 'TAMPER_OPENED', 'TAMPER_RESET') order by number";

    /** Presses of the help button, by the id under which they are to be answered. */
    public Map<UUID, List<Instant>> calls() {
        return open(Action.HELP_PRESSED, Action.HELP_ANSWERED);
    }

    /** Openings of the housing, by the id under which they are to be answered. */
    public Map<UUID, List<Instant>> openings() {
        return open(Action.TAMPER_OPENED, Action.TAMPER_RESET);
    }

    private Map<UUID, List<Instant>> open(Action asked, Action answer) {
        return store.transaction(in -> open(in, asked.name(), answer.name()));
    }

    private static Map<UUID, List<Instant>> open(Connection in, String asked, String answer) throws SQLException {
        Map<UUID, List<Instant>> open = new LinkedHashMap<>();
        try (Statement statement = in.createStatement();
                ResultSet row = statement.executeQuery(ROWS)) {
            while (row.next()) {
                UUID id = id(row.getString(2));
                if (row.getString(1).equals(asked)) {
                    open.computeIfAbsent(id, first -> new ArrayList<>()).add(at(row.getString(3)));
                } else if (row.getString(1).equals(answer)) {
                    open.remove(id);
                }
            }
        }
        return open;
    }

    /** What the disk damaged is told, if not whose it was. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException damaged) {
            return new UUID(0, 0);
        }
    }

    private static Instant at(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException damaged) {
            return Instant.EPOCH;
        }
    }
}
