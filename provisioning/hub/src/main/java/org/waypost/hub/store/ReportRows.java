package org.waypost.hub.store;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Receipt;
import org.waypost.contract.TerminalId;
import org.waypost.hub.intake.Filed;

/** The rows of reports, within one transaction. */
final class ReportRows {
    private static final ManyRows INSERT = new ManyRows(
            "insert into report (id, terminal, sequence, digest, lane, received_at, envelope, amends)",
            8,
            " on conflict do nothing returning id, digest, number");

    /**
     * Several hubs that hold the same messages meet at the same row first, so that none waits in a circle; of one
     * terminal's, danger has the lower number.
     */
    private static final Comparator<Row> ORDER = comparing(
                    (Row row) -> row.arrival.message().terminal().value())
            .thenComparingInt(row -> row.lane)
            .thenComparingLong(row -> row.arrival.message().sequence());

    private final Connection connection;
    private final Instant now;

    ReportRows(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Inserts what collides with nothing that is stored; the numbers of what was inserted. */
    Map<Arrival.Key, Long> insert(List<Row> rows) throws SQLException {
        Map<Arrival.Key, Long> numbers = new HashMap<>();
        if (rows.isEmpty()) {
            return numbers;
        }
        List<Row> ordered = rows.stream().sorted(ORDER).toList();
        try (PreparedStatement insert = INSERT.of(connection, ordered, this::fill);
                ResultSet inserted = insert.executeQuery()) {
            while (inserted.next()) {
                numbers.put(new Arrival.Key(inserted.getString(1), inserted.getString(2)), inserted.getLong(3));
            }
        }
        return numbers;
    }

    private void fill(PreparedStatement insert, int offset, Row row) throws SQLException {
        insert.setString(offset + 1, row.arrival.id());
        insert.setString(offset + 2, row.arrival.message().terminal().value());
        insert.setLong(offset + 3, row.arrival.message().sequence());
        insert.setString(offset + 4, row.arrival.digest());
        insert.setInt(offset + 5, row.lane);
        insert.setLong(offset + 6, now.toEpochMilli());
        insert.setString(offset + 7, row.arrival.envelope());
        insert.setString(offset + 8, row.amends.map(UUID::toString).orElse(null));
    }

    /** The very message, if it is stored. */
    Optional<Receipt> stored(Arrival arrival) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select number, received_at from report where id = ? and digest = ?")) {
            select.setString(1, arrival.id());
            select.setString(2, arrival.digest());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Receipt.AlreadyStored(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))))
                        : Optional.empty();
            }
        }
    }

    /** A report that this terminal filed. */
    Optional<Filed> filed(TerminalId terminal, UUID report) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select lane, envelope <> '' from report where id = ? and terminal = ? and amends is null")) {
            select.setString(1, report.toString());
            select.setString(2, terminal.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Filed(Lane.urgency(row.getInt(1)), row.getBoolean(2)))
                        : Optional.empty();
            }
        }
    }

    /**
     * A message to be stored.
     *
     * @param lane of a report; an amendment's is the last one
     * @param amends the report it is about; empty for a report
     */
    record Row(Arrival arrival, int lane, Optional<UUID> amends) {
        static Row report(Arrival arrival, Urgency urgency) {
            return new Row(arrival, Lane.of(urgency), Optional.empty());
        }

        static Row amendment(Arrival arrival, UUID report) {
            return new Row(arrival, Lane.of(Urgency.OTHER), Optional.of(report));
        }
    }
}
