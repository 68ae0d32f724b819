package org.waypost.agent.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Verifier;

/**
 * Checks the audit from its first row, or from the anchor of those that were purged, to its end. Who can replace rows,
 * end and signed heads together is found by a signed head that was kept elsewhere.
 *
 * @param store where the rows are; no other transaction runs while they are read
 */
public record AuditChain(TerminalStore store) {
    private static final String ROWS =
            "select number, at, actor, action, encounter, detail, hash from audit order by number";

    /** Whether every row is the one written, in its place, up to the last; no signature is looked at. */
    public Verdict verify() {
        return store.transaction(in -> walk(in, Map.of()));
    }

    /**
     * As {@link #verify()}, and whether anchor and heads are the terminal's and agree with the rows.
     *
     * @param elsewhere heads of this terminal that were kept elsewhere; those of purged rows are passed over
     */
    public Verdict verify(TerminalId terminal, Verifier key, List<SignedHead> elsewhere) {
        return store.transaction(in -> verify(in, new Signature(terminal, key), elsewhere));
    }

    private static Verdict verify(Connection in, Signature signature, List<SignedHead> elsewhere) throws SQLException {
        Optional<SignedHead> anchor = Anchor.standing(in);
        if (anchor.isPresent() && !signature.isUnder(anchor.get())) {
            return new Verdict.Broken(anchor.get().number(), Damage.NOT_SIGNED);
        }
        Map<Long, String> known = new HashMap<>();
        for (SignedHead head : SignedHeads.all(in)) {
            if (!signature.isUnder(head)) {
                return new Verdict.Broken(head.number(), Damage.NOT_SIGNED);
            }
            known.put(head.number(), head.hash());
        }
        elsewhere.stream().filter(signature::isUnder).forEach(head -> known.put(head.number(), head.hash()));
        return walk(in, known);
    }

    private static Verdict walk(Connection in, Map<Long, String> known) throws SQLException {
        Link first = Anchor.standing(in)
                .map(anchor -> new Link(anchor.number(), anchor.hash()))
                .orElse(Link.FIRST);
        Link last = first;
        try (Statement statement = in.createStatement();
                ResultSet row = statement.executeQuery(ROWS)) {
            while (row.next()) {
                Link next = last.then(fields(row));
                if (row.getLong(1) != next.number()) {
                    return new Verdict.Broken(next.number(), Damage.MISSING);
                }
                if (!row.getString(7).equals(next.hash()) || differs(known, next)) {
                    return new Verdict.Broken(next.number(), Damage.CHANGED);
                }
                last = next;
            }
        }
        return ending(first, last, end(SqliteAudit.head(in), known));
    }

    private static boolean differs(Map<Long, String> known, Link link) {
        return !known.getOrDefault(link.number(), link.hash()).equals(link.hash());
    }

    /** The head, or a signed one that is further on. */
    private static Link end(Link head, Map<Long, String> known) {
        return known.keySet().stream()
                .filter(number -> number > head.number())
                .max(Long::compare)
                .map(number -> new Link(number, known.getOrDefault(number, "")))
                .orElse(head);
    }

    private static List<String> fields(ResultSet row) throws SQLException {
        return List.of(row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6));
    }

    private static Verdict ending(Link first, Link last, Link head) {
        if (last.number() < head.number()) {
            return new Verdict.Broken(last.number() + 1, Damage.CUT_OFF);
        }
        if (last.number() > head.number()) {
            return new Verdict.Broken(head.number() + 1, Damage.ADDED);
        }
        return last.equals(head)
                ? new Verdict.Intact(last.number(), last.hash(), last.number() - first.number())
                : new Verdict.Broken(last.number(), Damage.CHANGED);
    }

    /** Whose heads count. */
    private record Signature(TerminalId terminal, Verifier key) {
        boolean isUnder(SignedHead head) {
            return head.signedBy(terminal, key);
        }
    }

    /** What the check found. */
    public sealed interface Verdict {
        /**
         * All rows are as written.
         *
         * @param count how many there ever were
         * @param head the last one's hash, empty if there was none
         * @param held how many are still there; the others were purged
         */
        record Intact(long count, String head, long held) implements Verdict {}

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
        ADDED,
        /** The head or the anchor that tells of it is not signed by this terminal. */
        NOT_SIGNED
    }
}
