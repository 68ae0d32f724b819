package org.waypost.agent.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.waypost.agent.store.TerminalStore;

/**
 * Checks the audit from its first row to its head. It finds what was changed in the file; it cannot find a file that
 * was replaced whole together with its head.
 *
 * @param store where the rows are; no other transaction runs while they are read
 */
public record AuditChain(TerminalStore store) {
    private static final String ROWS =
            "select number, at, actor, action, encounter, detail, hash from audit order by number";

    /** Whether every row is the one written, in its place, up to the last. */
    public Verdict verify() {
        return store.transaction(AuditChain::walk);
    }

    private static Verdict walk(Connection in) throws SQLException {
        Link head = SqliteAudit.head(in);
        Link last = Link.FIRST;
        try (Statement statement = in.createStatement();
                ResultSet row = statement.executeQuery(ROWS)) {
            while (row.next()) {
                Link next = last.then(fields(row));
                if (row.getLong(1) != next.number()) {
                    return new Verdict.Broken(next.number(), Damage.MISSING);
                }
                if (!row.getString(7).equals(next.hash())) {
                    return new Verdict.Broken(next.number(), Damage.CHANGED);
                }
                last = next;
            }
        }
        return ending(last, head);
    }

    private static List<String> fields(ResultSet row) throws SQLException {
        return List.of(row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6));
    }

    private static Verdict ending(Link last, Link head) {
        if (last.number() < head.number()) {
            return new Verdict.Broken(last.number() + 1, Damage.CUT_OFF);
        }
        if (last.number() > head.number()) {
            return new Verdict.Broken(head.number() + 1, Damage.ADDED);
        }
        return last.equals(head)
                ? new Verdict.Intact(last.number(), last.hash())
                : new Verdict.Broken(last.number(), Damage.CHANGED);
    }

    /** What the check found. */
    public sealed interface Verdict {
        /** All {@code count} rows are as written; {@code head} is the last one's hash, empty if there is none. */
        record Intact(long count, String head) implements Verdict {}

        /** The first row that is not as written; 0 if there is no row and the head is not as begun. */
        record Broken(long number, Damage damage) implements Verdict {}
    }

    /** What happened to a row. */
    public enum Damage {
        /** Another row follows where it should be. */
        MISSING,
        /** Its content, its hash or its place is not what was written. */
        CHANGED,
        /** It and all after it are gone. */
        CUT_OFF,
        /** It stands behind the end that the head tells. */
        ADDED
    }
}
