package org.waypost.agent.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.waypost.contract.TerminalId;

/**
 * Amendments as SQL, within one transaction.
 *
 * @param in the transaction
 */
record AmendmentTable(Connection in) {

    /** The encounter of a report that this terminal filed and the hub has. */
    Optional<UUID> encounter(UUID report, TerminalId terminal) throws SQLException {
        return one(
                        "select encounter from outbox where report = ? and terminal = ? and confirmed is not null"
                                + " and amends is null",
                        report.toString(),
                        terminal.value())
                .map(UUID::fromString);
    }

    /** Whether this amendment of that report was put before. */
    boolean put(UUID amendment, UUID report) throws SQLException {
        return one("select report from outbox where report = ? and amends = ?", amendment.toString(), report.toString())
                .isPresent();
    }

    /** How many there are of a report. */
    int count(UUID report) throws SQLException {
        try (PreparedStatement query = in.prepareStatement("select count(*) from outbox where amends = ?")) {
            query.setString(1, report.toString());
            try (ResultSet row = query.executeQuery()) {
                return row.getInt(1);
            }
        }
    }

    /** Says of a message that was just put what it is about. */
    int join(UUID amendment, UUID report) throws SQLException {
        try (PreparedStatement update = in.prepareStatement("update outbox set amends = ? where report = ?")) {
            update.setString(1, report.toString());
            update.setString(2, amendment.toString());
            return update.executeUpdate();
        }
    }

    private Optional<String> one(String sql, String first, String second) throws SQLException {
        try (PreparedStatement query = in.prepareStatement(sql)) {
            query.setString(1, first);
            query.setString(2, second);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
