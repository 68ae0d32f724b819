package org.waypost.agent.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waypost.agent.report.Outbox.Backlog;
import org.waypost.agent.report.Outbox.Row;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.TerminalId;

/**
 * The outbox as SQL, within one transaction.
 *
 * @param in the transaction
 */
record OutboxTable(Connection in) {
    private static final UUID NO_ID = new UUID(0, 0);
    private static final String WAITING = "confirmed is null and refused is null";

    /** The number after this terminal's last one, from 1; never given twice, since it is taken in the transaction. */
    long nextSequence(TerminalId terminal) throws SQLException {
        String sql = "insert into outbox_sequence values (?, 1 + (select sequence_base from origin))"
                + " on conflict (terminal) do update set last = last + 1 returning last";
        try (PreparedStatement upsert = prepare(sql, terminal.value());
                ResultSet row = upsert.executeQuery()) {
            return row.getLong(1);
        }
    }

    long held() throws SQLException {
        try (PreparedStatement query = prepare("select sum(bytes) from outbox where message is not null");
                ResultSet row = query.executeQuery()) {
            return row.getLong(1);
        }
    }

    int insert(Letter letter, TerminalId terminal, long sequence, Urgency urgency, Instant created)
            throws SQLException {
        return change(
                "insert into outbox (report, terminal, sequence, encounter, lane, message, digest, bytes, created)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                letter.report(),
                terminal.value(),
                sequence,
                letter.encounter().toString(),
                lane(urgency),
                letter.message(),
                letter.digest(),
                letter.message().length(),
                created.toString());
    }

    private static int lane(Urgency urgency) {
        return switch (urgency) {
            case DANGER_NOW -> 0;
            case CHILD -> 1;
            case OTHER -> 2;
        };
    }

    List<Letter> due(int count, int bytes) throws SQLException {
        String sql = "select report, encounter, message, digest from outbox where published is null and " + WAITING
                + " and bytes <= ? order by lane, sequence limit ?";
        try (PreparedStatement query = prepare(sql, bytes, count);
                ResultSet row = query.executeQuery()) {
            List<Letter> letters = new ArrayList<>();
            while (row.next()) {
                letters.add(letter(row));
            }
            return letters;
        }
    }

    Optional<Letter> waiting(UUID report, TerminalId terminal) throws SQLException {
        String sql = "select report, encounter, message, digest from outbox where report = ? and terminal = ? and "
                + WAITING;
        try (PreparedStatement query = prepare(sql, report.toString(), terminal.value());
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(letter(row)) : Optional.empty();
        }
    }

    int published(UUID report, Instant at) throws SQLException {
        return change("update outbox set published = ? where report = ? and published is null", at, report);
    }

    int republish() throws SQLException {
        return change("update outbox set published = null where published is not null and " + WAITING);
    }

    int confirmed(String report, Instant at, String receipt) throws SQLException {
        return change(
                "update outbox set confirmed = ?, receipt = ?, message = null, lane = null where report = ?",
                at,
                receipt,
                report);
    }

    /** Finds the row by what it says itself ({@code +}), since the disk may have damaged it and not its index. */
    int refused(String report, Instant at, @Nullable String receipt) throws SQLException {
        return change("update outbox set refused = ?, receipt = ? where +report = ?", at, receipt, report);
    }

    List<Row> newest(int count) throws SQLException {
        String sql = "select report, created, published, confirmed, refused, digest from outbox"
                + " order by rowid desc limit ?";
        try (PreparedStatement query = prepare(sql, count);
                ResultSet row = query.executeQuery()) {
            List<Row> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row(row));
            }
            return rows;
        }
    }

    Backlog backlog() throws SQLException {
        String sql = "select (select count(*) from outbox where " + WAITING
                + "), (select min(created) from outbox where " + WAITING + "), (select max(confirmed) from outbox)";
        long held = held();
        try (PreparedStatement query = prepare(sql);
                ResultSet row = query.executeQuery()) {
            return new Backlog(row.getInt(1), held, instant(row, 2), instant(row, 3));
        }
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(row.getString(1), id(row.getString(2)), row.getString(3), row.getString(4));
    }

    private static Row row(ResultSet row) throws SQLException {
        Optional<Instant> confirmed = instant(row, 4);
        return new Row(
                id(row.getString(1)),
                instant(row.getString(2)),
                instant(row, 3),
                confirmed,
                instant(row, 5),
                confirmed.isPresent() ? Optional.of(row.getString(6)) : Optional.empty());
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(OutboxTable::instant);
    }

    /** 1970 for a text that the disk damaged: one row must not hide the others. */
    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException damaged) {
            return Instant.EPOCH;
        }
    }

    /** All zero for a text that the disk damaged. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException damaged) {
            return NO_ID;
        }
    }

    private int change(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = in.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Instant || value instanceof UUID ? value.toString() : value);
        }
        return statement;
    }
}
