package org.waypost.hub.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.MILLIS;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.contract.Codec;
import org.waypost.contract.SealedReport;
import org.waypost.contract.TerminalId;
import org.waypost.hub.casebook.CaseLine;
import org.waypost.hub.casebook.Cases;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;

/** Cases in the store. Safe for use by several threads. */
public final class SqlCases implements Cases {
    private static final String LINE =
            "select number, terminal, lane, received_at, acknowledged_by, acknowledged_at, acknowledged_reason from report ";

    private final Database database;
    private final InstantSource clock;

    /** The cases of one store. */
    public SqlCases(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<CaseLine> inbox(int limit) {
        return lines(
                LINE + "where envelope <> '' order by acknowledged_at is not null, lane, received_at limit ?", limit);
    }

    @Override
    public Optional<CaseLine> line(long number) {
        return lines(LINE + "where envelope <> '' and number = ?", number).stream()
                .findFirst();
    }

    private List<CaseLine> lines(String sql, long parameter) {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, parameter);
                try (ResultSet row = select.executeQuery()) {
                    List<CaseLine> lines = new ArrayList<>();
                    while (row.next()) {
                        lines.add(read(row));
                    }
                    return List.copyOf(lines);
                }
            }
        });
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
                                row.getString("acknowledged_reason"))));
    }

    @Override
    public String version() {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "select (select max(number) from report), (select max(entry) from audit)");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1) + "." + row.getLong(2);
            }
        });
    }

    @Override
    public Optional<SealedReport> look(long number, Officer officer, Reason purpose) {
        return database.transaction(connection -> {
            Optional<SealedReport> found = envelope(connection, number);
            if (found.isPresent()) {
                record(connection, Audit.Action.LOOKED, number, officer, purpose);
            }
            return found;
        });
    }

    private static Optional<SealedReport> envelope(Connection connection, long number) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select envelope from report where envelope <> '' and number = ?")) {
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

    @Override
    public boolean acknowledge(long number, Officer officer, Reason reason) {
        return database.transaction(connection -> {
            boolean taken = take(connection, number, officer, reason);
            if (taken) {
                record(connection, Audit.Action.ACKNOWLEDGED, number, officer, reason);
            }
            return taken;
        });
    }

    private boolean take(Connection connection, long number, Officer officer, Reason reason) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update report set acknowledged_by = ?, acknowledged_at = ?, acknowledged_reason = ?
                where number = ? and acknowledged_by is null""")) {
            update.setString(1, officer.name());
            update.setLong(2, clock.millis());
            update.setString(3, reason.words());
            update.setLong(4, number);
            return update.executeUpdate() == 1;
        }
    }

    private void record(Connection connection, Audit.Action action, long number, Officer officer, Reason reason)
            throws SQLException {
        Instant now = clock.instant().truncatedTo(MILLIS);
        new Audit(database)
                .append(connection, new Audit.Entry(now, officer.name(), action, "" + number, reason.words()));
    }
}
