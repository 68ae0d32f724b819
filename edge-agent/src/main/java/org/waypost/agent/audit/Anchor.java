package org.waypost.agent.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;

/**
 * Lets old audit rows go and leaves a signed head in their place, from which the chain goes on.
 *
 * @param terminal whose audit it is
 * @param signer asked for when something is to be signed
 */
public record Anchor(TerminalId terminal, Supplier<Signer> signer) {

    /**
     * Deletes the rows from before a moment, within a transaction. A row dated after now, as a clock that was wrong
     * leaves it, goes with those before it.
     *
     * @return how many
     */
    public long purge(Connection in, Instant before, Instant now) throws SQLException {
        long last = young(in, before, now).orElse(Long.MAX_VALUE) - 1;
        Optional<Link> link = row(in, last);
        if (link.isEmpty()) {
            return 0;
        }
        advance(in, SignedHead.sign(terminal, link.get(), now, signer.get()));
        deleted(in, "delete from audit_signed_head where number <= ?", link.get());
        return deleted(in, "delete from audit where number <= ?", link.get());
    }

    private static long deleted(Connection in, String sql, Link last) throws SQLException {
        try (PreparedStatement delete = in.prepareStatement(sql)) {
            delete.setLong(1, last.number());
            return delete.executeUpdate();
        }
    }

    /** The first row that stays. */
    private static Optional<Long> young(Connection in, Instant before, Instant now) throws SQLException {
        try (PreparedStatement query =
                in.prepareStatement("select number from audit where at >= ? and at <= ? order by number limit 1")) {
            query.setString(1, before.toString());
            query.setString(2, now.toString());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    /** The last row up to a number. */
    private static Optional<Link> row(Connection in, long number) throws SQLException {
        try (PreparedStatement query =
                in.prepareStatement("select number, hash from audit where number <= ? order by number desc limit 1")) {
            query.setLong(1, number);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(new Link(row.getLong(1), row.getString(2))) : Optional.empty();
            }
        }
    }

    private static void advance(Connection in, SignedHead head) throws SQLException {
        try (PreparedStatement update =
                in.prepareStatement("update audit_anchor set number = ?, hash = ?, at = ?, signature = ?")) {
            update.setLong(1, head.number());
            update.setString(2, head.hash());
            update.setString(3, head.at().toString());
            update.setString(4, head.signature());
            update.executeUpdate();
        }
    }

    /** What stands for the rows that went; empty if none did. */
    static Optional<SignedHead> standing(Connection in) throws SQLException {
        try (Statement statement = in.createStatement();
                ResultSet row = statement.executeQuery(
                        "select number, hash, at, signature from audit_anchor where number <> 0")) {
            return row.next() ? Optional.of(SignedHeads.read(row)) : Optional.empty();
        }
    }
}
