package org.waypost.hub.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waypost.contract.Codec;
import org.waypost.contract.Notice;
import org.waypost.contract.Progress;
import org.waypost.contract.SignedNotice;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.casebook.Telling;
import org.waypost.hub.casebook.Told;

/**
 * The rows of notices, within one transaction that holds the audit, so that no two take the same number.
 *
 * @param signer with the hub's receipt key
 */
record NoticeRows(Connection connection, Signer signer) {

    /** Writes the next notice of the report with that number of the hub, to the terminal that filed it. */
    Telling add(long number, Progress progress, Officer by, Reason reason, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select id, terminal, (select max(number) from notice where report = report.id)
                from report where number = ?""")) {
            select.setLong(1, number);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Telling.NOT_TAKEN_ON;
                }
                long next = row.getLong(3) + 1;
                if (next > Notice.NUMBER_MAX) {
                    return Telling.TOO_OFTEN;
                }
                Notice notice = new Notice(UUID.fromString(row.getString(1)), next, progress, now);
                insert(SignedNotice.sign(new TerminalId(row.getString(2)), notice, signer), by, reason);
                return Telling.TOLD;
            }
        }
    }

    private void insert(SignedNotice signed, Officer by, Reason reason) throws SQLException {
        Notice notice = signed.notice();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into notice (report, number, terminal, progress, said_by, reason, said_at, signed, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setString(1, notice.report().toString());
            insert.setLong(2, notice.number());
            insert.setString(3, signed.terminal().value());
            insert.setString(4, notice.progress().name());
            insert.setString(5, by.name());
            insert.setString(6, reason.words());
            insert.setLong(7, notice.at().toEpochMilli());
            insert.setString(8, Codec.write(signed));
            insert.setLong(9, notice.at().toEpochMilli());
            insert.executeUpdate();
        }
    }

    static List<Told> of(Connection connection, long number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select progress, said_by, reason, said_at, stored_at from notice
                where report = (select id from report where number = ?) order by notice.number""")) {
            select.setLong(1, number);
            try (ResultSet row = select.executeQuery()) {
                List<Told> told = new ArrayList<>();
                while (row.next()) {
                    told.add(read(row));
                }
                return told;
            }
        }
    }

    private static Told read(ResultSet row) throws SQLException {
        long stored = row.getLong(5);
        Optional<Instant> since = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(stored));
        return new Told(
                Progress.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)),
                since);
    }
}
