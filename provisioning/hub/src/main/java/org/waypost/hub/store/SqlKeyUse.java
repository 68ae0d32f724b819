package org.waypost.hub.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.waypost.contract.KeySuccession.Former;
import org.waypost.contract.Verifier;

/** What in the store still needs a key that another one followed. Reads alone, and all rows: for a command. */
public final class SqlKeyUse {
    private final Database database;

    /** The needs of one store. */
    public SqlKeyUse(Database database) {
        this.database = database;
    }

    /** How many reports and tips lie here that this desk key alone opens; what was purged needs none. */
    public long sealedTo(Former key) {
        return database.transaction(
                connection -> containing(connection, "report", key.mark()) + containing(connection, "tip", key.mark()));
    }

    private static long containing(Connection connection, String table, String mark) throws SQLException {
        // both kinds of database have replace, and compare it with regard to case
        try (PreparedStatement select = connection.prepareStatement(
                "select count(*) from " + table + " where replace(envelope, ?, '') <> envelope")) {
            select.setString(1, mark);
            return one(select);
        }
    }

    /** Whether the anchor and the last signed end of the audit, as far as there are such, are signed by these keys. */
    public boolean isAuditSignedBy(Verifier keys) {
        return new Audit(database).isAnchoredBy(keys) && new AuditEnd(database).isSignedBy(keys);
    }

    /** Whether each series of lists that was ever issued was issued again after a moment. */
    public boolean isIssuedSince(Instant moment) {
        return database.transaction(connection -> {
            for (String series : List.of("list_issue", "trust_store_issue")) {
                long last = last(connection, series);
                if (last > 0 && last < moment.toEpochMilli()) {
                    return false;
                }
            }
            return true;
        });
    }

    private static long last(Connection connection, String series) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select coalesce(max(issued), 0) from " + series)) {
            return one(select);
        }
    }

    private static long one(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
