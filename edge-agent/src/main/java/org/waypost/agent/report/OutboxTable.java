package org.waypost.agent.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waypost.agent.report.Outbox.Backlog;
import org.waypost.agent.report.Outbox.Outstanding;
import org.waypost.agent.report.Outbox.Proof;
import org.waypost.agent.report.Outbox.Row;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.SealedReport;
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

    /**
     * How many of those that wait have a signature that begins so; a disk may have damaged one, which counts as not.
     */
    long waitingSigned(String beginning) throws SQLException {
        String sql = "select count(*) from outbox where instr(message, ?) > 0 and " + WAITING;
        try (PreparedStatement query = prepare(sql, "\"signature\":\"" + beginning);
                ResultSet row = query.executeQuery()) {
            return row.getLong(1);
        }
    }

    long held() throws SQLException {
        try (PreparedStatement query = prepare("select sum(bytes) from outbox where message is not null");
                ResultSet row = query.executeQuery()) {
            return row.getLong(1);
        }
    }

    int insert(Letter letter, SealedReport sealed, Priority priority, Instant created) throws SQLException {
        return change(
                "insert into outbox (report, terminal, sequence, encounter, lane, message, digest, bytes, created, seen)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                letter.report(),
                sealed.terminal().value(),
                sealed.sequence(),
                letter.encounter().toString(),
                lane(priority.urgency()),
                letter.message(),
                letter.digest(),
                letter.message().length(),
                created.toString(),
                priority.seen().toString());
    }

    private static int lane(Urgency urgency) {
        return switch (urgency) {
            case DANGER_NOW -> 0;
            case CHILD -> 1;
            case OTHER -> 2;
        };
    }

    /** One that the disk damaged counts as the most urgent. */
    private static Urgency urgency(int lane) {
        return Arrays.stream(Urgency.values())
                .filter(urgency -> lane(urgency) == lane)
                .findFirst()
                .orElse(Urgency.DANGER_NOW);
    }

    /**
     * By the index that has them in order: it is named so that SQLite takes no other and sorts. Those that are left out
     * are looked up too: there are few of them.
     */
    List<Letter> due(Set<String> left, int count, int bytes) throws SQLException {
        String sql =
                "select report, encounter, message, digest from outbox indexed by outbox_due where published is null and "
                        + WAITING
                        + " and bytes <= ? order by lane, sequence limit ?";
        try (PreparedStatement query = prepare(sql, bytes, (long) count + left.size());
                ResultSet row = query.executeQuery()) {
            List<Letter> letters = new ArrayList<>();
            while (letters.size() < count && row.next()) {
                if (!left.contains(row.getString(1))) {
                    letters.add(letter(row));
                }
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

    int republish(UUID report) throws SQLException {
        return change("update outbox set published = null where report = ? and " + WAITING, report);
    }

    int confirmed(String report, Instant at, String receipt) throws SQLException {
        return change(
                "update outbox set confirmed = ?, receipt = ?, message = null, lane = null, seen = null where report = ?",
                at,
                receipt,
                report);
    }

    /** Finds the row by what it says itself ({@code +}), since the disk may have damaged it and not its index. */
    int refused(String report, Instant at, @Nullable String receipt) throws SQLException {
        return change("update outbox set refused = ?, receipt = ? where +report = ?", at, receipt, report);
    }

    int purgeConfirmed(Instant before) throws SQLException {
        return purge("confirmed", before);
    }

    /** Of what nobody has looked at, nothing. */
    int purgeRefused(Instant before) throws SQLException {
        return purge("looked", before);
    }

    /** With what was said of them; a report of which an amendment waits, or is refused and unseen, stays with it. */
    private int purge(String since, Instant before) throws SQLException {
        String old = "(select report from outbox one where " + since + " is not null and " + since
                + " < ? and not exists (select 1 from outbox where amends = one.report and confirmed is null and looked is null))";
        change("delete from notice where report in " + old, before);
        return change("delete from outbox where amends in " + old, before)
                + change("delete from outbox where report in " + old, before);
    }

    List<Outstanding> outstanding() throws SQLException {
        String sql = "select report, lane, seen, overdue from outbox where " + WAITING + " order by lane, sequence";
        try (PreparedStatement query = prepare(sql);
                ResultSet row = query.executeQuery()) {
            List<Outstanding> outstanding = new ArrayList<>();
            while (row.next()) {
                outstanding.add(new Outstanding(
                        id(row.getString(1)), urgency(row.getInt(2)), instant(row.getString(3)), instant(row, 4)));
            }
            return outstanding;
        }
    }

    /** Which encounter it belongs to; empty if it waits no longer or was noted before. */
    Optional<UUID> overdue(UUID report, Instant at) throws SQLException {
        String sql = "update outbox set overdue = ? where report = ? and overdue is null and " + WAITING
                + " returning encounter";
        try (PreparedStatement update = prepare(sql, at, report);
                ResultSet row = update.executeQuery()) {
            return row.next() ? Optional.of(id(row.getString(1))) : Optional.empty();
        }
    }

    Optional<Proof> proof(UUID report) throws SQLException {
        String sql = "select created, receipt from outbox where report = ? and confirmed is not null";
        try (PreparedStatement query = prepare(sql, report);
                ResultSet row = query.executeQuery()) {
            return row.next() ? new KeptReceipt(row.getString(2)).proof(instant(row.getString(1))) : Optional.empty();
        }
    }

    List<Row> newest(int count) throws SQLException {
        String sql = "select report, created, published, confirmed, refused, digest, amends, receipt from outbox"
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
        String sql =
                "select (select count(*) from outbox where " + WAITING + "), (select min(created) from outbox where "
                        + WAITING + "), (select max(confirmed) from outbox where confirmed is not null)";
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
                Optional.ofNullable(row.getString(8)).map(KeptReceipt::new).flatMap(KeptReceipt::refusal),
                confirmed.isPresent() ? Optional.of(row.getString(6)) : Optional.empty(),
                Optional.ofNullable(row.getString(7)).map(OutboxTable::id));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(OutboxTable::instant);
    }

    /** 1970 for a text that the disk damaged: one row must not hide the others. */
    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException damaged) {
            return Instant.EPOCH;
        }
    }

    /** All zero for a text that the disk damaged. */
    static UUID id(String text) {
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

    /** What decides when a report must be where. */
    record Priority(Urgency urgency, Instant seen) {}
}
