package org.waypost.hub.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import org.waypost.contract.Signer;
import org.waypost.contract.Verifier;
import org.waypost.hub.store.Audit.Check;

/**
 * The end of the audit, signed by the hub (invariant I17). Since each hash covers all before it, the last signed end
 * vouches for the whole chain up to it; what is cut off unnoticed is younger than the last look.
 */
public final class AuditEnd {
    private final Database database;

    /** The end of one store's audit. */
    public AuditEnd(Database database) {
        this.database = database;
    }

    /** Signs how the audit ends now, if something was added since; to be called every minute. */
    public void sign(Signer hub, InstantSource clock) {
        long now = clock.instant().truncatedTo(MILLIS).toEpochMilli();
        database.transaction(connection -> {
            Audit.Head head = Audit.head(connection);
            return signed(connection).entry < head.number() && write(connection, head, now, hub);
        });
    }

    private static boolean write(Connection connection, Audit.Head head, long now, Signer hub) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update audit_end set entry = ?, at = ?, hash = ?, signature = ? where entry < ?")) {
            update.setLong(1, head.number());
            update.setLong(2, now);
            update.setString(3, head.hash());
            update.setString(4, hub.sign(Signed.text(head.number(), now, head.hash())));
            update.setLong(5, head.number());
            return update.executeUpdate() == 1;
        }
    }

    private static Signed signed(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select entry, at, hash, signature from audit_end");
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? new Signed(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4))
                    : new Signed(Long.MAX_VALUE, 0, "", "");
        }
    }

    /** Whether the last signed end, if there is one, is signed by one of these keys. */
    public boolean isSignedBy(Verifier hub) {
        return database.transaction(AuditEnd::signed).isBy(hub);
    }

    /** As {@link Audit#check}, and whether the chain has the very end that the hub signed last. */
    public Check check(Verifier hub) {
        Signed signed = database.transaction(AuditEnd::signed);
        return switch (new Audit(database).check()) {
            case Check.Broken broken -> broken;
            case Check.Intact intact -> {
                if (!signed.isBy(hub)) {
                    yield new Check.Broken(signed.entry);
                }
                yield signed.entry > intact.entries() ? new Check.Broken(intact.entries() + 1) : at(signed, intact);
            }
        };
    }

    /** A chain that was hashed anew to fit has another hash there; what was purged has its anchor. */
    private Check at(Signed signed, Check.Intact intact) {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select hash from audit where entry = ?")) {
                select.setLong(1, signed.entry);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() && !row.getString(1).equals(signed.hash)
                            ? new Check.Broken(signed.entry)
                            : intact;
                }
            }
        });
    }

    /** A row that is gone counts as one that nobody signed. */
    private record Signed(long entry, long at, String hash, String signature) {
        static String text(long entry, long at, String hash) {
            return String.join("\n", "waypost-hub-audit-end-1", "" + entry, "" + at, hash);
        }

        boolean isBy(Verifier hub) {
            return entry == 0 || hub.signed(text(entry, at, hash), signature);
        }
    }
}
