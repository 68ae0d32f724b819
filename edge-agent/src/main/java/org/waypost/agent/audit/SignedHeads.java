package org.waypost.agent.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;

/**
 * Signs how the audit ends, at most every {@link #EVERY} and only after something was done (invariant I17).
 *
 * @param terminal whose audit it is
 * @param signer asked for when something is to be signed
 */
public record SignedHeads(TerminalStore store, TerminalId terminal, Supplier<Signer> signer, InstantSource clock) {
    /** From one head to the next: what is cut off without being noticed is younger than this. */
    public static final Duration EVERY = Duration.ofSeconds(60);

    /** To be called about every second. */
    public void look() {
        Instant now = clock.instant();
        store.transaction(in -> isDue(in, now) && sign(in, now));
    }

    private static boolean isDue(Connection in, Instant now) throws SQLException {
        Optional<SignedHead> last = last(in);
        long end = SqliteAudit.head(in).number();
        return last.map(head -> head.number() < end
                        && Duration.between(head.at(), now).abs().compareTo(EVERY) >= 0)
                .orElse(end > 0);
    }

    private boolean sign(Connection in, Instant now) throws SQLException {
        SignedHead head = SignedHead.sign(terminal, SqliteAudit.head(in), now, signer.get());
        try (PreparedStatement insert = in.prepareStatement("insert into audit_signed_head values (?, ?, ?, ?)")) {
            insert.setLong(1, head.number());
            insert.setString(2, head.hash());
            insert.setString(3, head.at().toString());
            insert.setString(4, head.signature());
            return insert.executeUpdate() == 1;
        }
    }

    private static Optional<SignedHead> last(Connection in) throws SQLException {
        List<SignedHead> one =
                heads(in, "select number, hash, at, signature from audit_signed_head order by number desc limit 1");
        return one.stream().findFirst();
    }

    /** The last one; empty before the first. To be kept elsewhere: {@link AuditChain} checks the audit against it. */
    public Optional<SignedHead> last() {
        return store.transaction(SignedHeads::last);
    }

    /** Whether a head, or the anchor of purged rows, has a signature that begins so. */
    public static boolean anySigned(Connection in, String beginning) throws SQLException {
        return Stream.concat(all(in).stream(), Anchor.standing(in).stream())
                .anyMatch(head -> head.signature().startsWith(beginning));
    }

    /** All, in order. */
    static List<SignedHead> all(Connection in) throws SQLException {
        return heads(in, "select number, hash, at, signature from audit_signed_head order by number");
    }

    private static List<SignedHead> heads(Connection in, String sql) throws SQLException {
        List<SignedHead> heads = new ArrayList<>();
        try (Statement statement = in.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                heads.add(read(row));
            }
        }
        return heads;
    }

    /** 1970 for a time that is none: its signature fails then. */
    static SignedHead read(ResultSet row) throws SQLException {
        return new SignedHead(row.getLong(1), row.getString(2), time(row.getString(3)), row.getString(4));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException damaged) {
            return Instant.EPOCH;
        }
    }
}
