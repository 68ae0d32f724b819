package org.waypost.hub.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Codec;
import org.waypost.contract.SealedReport;
import org.waypost.contract.TerminalId;
import org.waypost.hub.casebook.CaseFile;
import org.waypost.hub.casebook.CaseLine;
import org.waypost.hub.casebook.DutyWindows;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;

/**
 * The rows of cases as officers see them, within one transaction.
 *
 * @param connection the transaction
 */
record CaseRows(Connection connection) {
    private static final String LINE =
            "select number, terminal, lane, received_at, acknowledged_by, acknowledged_at, acknowledged_reason,"
                    + " (select max(received_at) from report other where other.amends = report.id) as amended_at"
                    + " from report where amends is null and envelope <> '' ";

    private static final int LANES = Urgency.values().length;
    private static final String LATE =
            "and acknowledged_at is null" + " and received_at <= case lane when 0 then ? when 1 then ? else ? end";

    List<CaseLine> inbox(int limit) throws SQLException {
        return lines(LINE + "order by acknowledged_at is not null, lane, received_at limit ?", limit);
    }

    List<CaseLine> late(DutyWindows windows, Instant now, int limit) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(LINE + LATE + " order by lane, received_at limit ?")) {
            waiting(select, windows, now);
            select.setInt(4, limit);
            return lines(select);
        }
    }

    long lateCount(DutyWindows windows, Instant now) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select count(*) from report where amends is null " + LATE)) {
            waiting(select, windows, now);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** A time for each lane: what was received then or before is late. */
    private static void waiting(PreparedStatement select, DutyWindows windows, Instant now) throws SQLException {
        for (int lane = 0; lane < LANES; lane++) {
            select.setLong(lane + 1, now.minus(windows.of(Lane.urgency(lane))).toEpochMilli());
        }
    }

    List<CaseLine> line(long number) throws SQLException {
        return lines(LINE + "and number = ?", number);
    }

    private List<CaseLine> lines(String sql, long parameter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, parameter);
            return lines(select);
        }
    }

    private static List<CaseLine> lines(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<CaseLine> lines = new ArrayList<>();
            while (row.next()) {
                lines.add(read(row));
            }
            return List.copyOf(lines);
        }
    }

    private static CaseLine read(ResultSet row) throws SQLException {
        String by = row.getString("acknowledged_by");
        return new CaseLine(
                row.getLong("number"),
                new TerminalId(row.getString("terminal")),
                Lane.urgency(row.getInt("lane")),
                Instant.ofEpochMilli(row.getLong("received_at")),
                by == null
                        ? Optional.empty()
                        : Optional.of(new CaseLine.Acknowledgement(
                                by,
                                Instant.ofEpochMilli(row.getLong("acknowledged_at")),
                                row.getString("acknowledged_reason"))),
                amended(row));
    }

    private static Optional<Instant> amended(ResultSet row) throws SQLException {
        long at = row.getLong("amended_at");
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }

    /** What the terminal said of a report later, the first at the head. */
    List<CaseFile.Later> amendments(long number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select number, received_at, envelope from report
                where amends = (select id from report where number = ?) order by sequence""")) {
            select.setLong(1, number);
            try (ResultSet row = select.executeQuery()) {
                List<CaseFile.Later> amendments = new ArrayList<>();
                while (row.next()) {
                    amendments.add(new CaseFile.Later(
                            row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), read(row.getString(3))));
                }
                return amendments;
            }
        }
    }

    Optional<SealedReport> envelope(long number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select envelope from report where number = ? and amends is null and envelope <> ''")) {
            select.setLong(1, number);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row.getString(1))) : Optional.empty();
            }
        }
    }

    private static SealedReport read(String json) {
        return switch (Codec.read(json.getBytes(UTF_8), SealedReport.class)) {
            case Codec.Decoded<SealedReport> decoded -> decoded.value();
            case Codec.Malformed<SealedReport> malformed ->
                throw new IllegalStateException("a stored report is damaged: " + malformed.reason());
        };
    }

    /** True if this officer now has it. */
    boolean take(long number, Officer officer, Reason reason, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update report set acknowledged_by = ?, acknowledged_at = ?, acknowledged_reason = ?
                where number = ? and acknowledged_by is null and amends is null""")) {
            update.setString(1, officer.name());
            update.setLong(2, now.toEpochMilli());
            update.setString(3, reason.words());
            update.setLong(4, number);
            return update.executeUpdate() == 1;
        }
    }

    boolean taken(long number) throws SQLException {
        return line(number).stream().anyMatch(line -> line.acknowledged().isPresent());
    }
}
