package org.waypost.hub.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.contract.SealedReport;
import org.waypost.hub.casebook.CaseFile;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.casebook.Uncovering;
import org.waypost.hub.casebook.Uncoverings;

/** Uncoverings in the store. Safe for use by several threads, and by several hubs. */
public final class SqlUncoverings implements Uncoverings {
    private static final String ROWS = "select number, report, officer, purpose, asked, opened, second,"
            + " reviewer, reviewed, finding from uncovering ";

    private final Database database;
    private final InstantSource clock;

    /** The uncoverings of one store. */
    public SqlUncoverings(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean ask(long report, Officer by, Reason purpose) {
        return begin(report, by, purpose, Optional.empty(), Audit.Action.UNCOVERING_ASKED);
    }

    @Override
    public boolean breakGlass(long report, Officer by, Reason purpose) {
        return begin(report, by, purpose, Optional.of(now()), Audit.Action.GLASS_BROKEN);
    }

    private boolean begin(long report, Officer by, Reason purpose, Optional<Instant> opened, Audit.Action action) {
        return database.transaction(connection -> {
            if (new CaseRows(connection).envelope(report).isEmpty()) {
                return false;
            }
            // takes the audit's turn: numbers are given one after another
            record(connection, action, report, by, purpose.words());
            try (PreparedStatement insert = connection.prepareStatement("insert into uncovering"
                    + " (number, report, officer, purpose, asked, opened)"
                    + " select coalesce(max(number), 0) + 1, ?, ?, ?, ?, ? from uncovering")) {
                insert.setLong(1, report);
                insert.setString(2, by.name());
                insert.setString(3, purpose.words());
                insert.setLong(4, now().toEpochMilli());
                insert.setObject(5, opened.map(Instant::toEpochMilli).orElse(null), Types.BIGINT);
                return insert.executeUpdate() == 1;
            }
        });
    }

    @Override
    public Answer consent(long number, Officer second) {
        return database.transaction(connection -> {
            database.holdAudit(connection);
            Optional<Uncovering> waiting = one(connection, number).filter(this::waits);
            if (waiting.isEmpty() || waiting.get().by().equals(second)) {
                return waiting.isEmpty() ? Answer.GONE : Answer.OWN;
            }
            change(connection, "update uncovering set opened = ?, second = ? where number = ?", second, number);
            String note =
                    waiting.get().by().name() + ": " + waiting.get().purpose().words();
            record(connection, Audit.Action.UNCOVERING_CONSENTED, waiting.get().report(), second, note);
            return Answer.DONE;
        });
    }

    private boolean waits(Uncovering uncovering) {
        return uncovering.opened().isEmpty()
                && now().isBefore(uncovering.asked().plus(WAITS));
    }

    @Override
    public Answer review(long number, Officer reviewer, Reason finding) {
        return database.transaction(connection -> {
            database.holdAudit(connection);
            Optional<Uncovering> broken = one(connection, number)
                    .filter(one -> one.glass() && one.review().isEmpty());
            if (broken.isEmpty() || broken.get().by().equals(reviewer)) {
                return broken.isEmpty() ? Answer.GONE : Answer.OWN;
            }
            change(connection, "update uncovering set reviewed = ?, reviewer = ? where number = ?", reviewer, number);
            finding(connection, number, finding);
            record(connection, Audit.Action.GLASS_REVIEWED, broken.get().report(), reviewer, finding.words());
            return Answer.DONE;
        });
    }

    private void change(Connection connection, String sql, Officer by, long number) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, now().toEpochMilli());
            update.setString(2, by.name());
            update.setLong(3, number);
            update.executeUpdate();
        }
    }

    private static void finding(Connection connection, long number, Reason finding) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update uncovering set finding = ? where number = ?")) {
            update.setString(1, finding.words());
            update.setLong(2, number);
            update.executeUpdate();
        }
    }

    @Override
    public Optional<Seen> see(long report, Officer by) {
        return database.transaction(connection -> {
            CaseRows rows = new CaseRows(connection);
            Optional<SealedReport> envelope = rows.envelope(report);
            Optional<Uncovering> open = current(connection).stream()
                    .filter(one -> one.report() == report && one.by().equals(by) && one.open(now()))
                    .findFirst();
            if (envelope.isEmpty() || open.isEmpty()) {
                return Optional.empty();
            }
            String second = open.get().second().map(Officer::name).orElse("broken glass");
            String note = open.get().purpose().words() + " (" + second + ")";
            record(connection, Audit.Action.UNCOVERED, report, by, note);
            CaseFile file = new CaseFile(envelope.get(), rows.amendments(report), NoticeRows.of(connection, report));
            return Optional.of(new Seen(file, open.get().opened().orElseThrow().plus(OPEN)));
        });
    }

    @Override
    public List<Uncovering> current() {
        return database.transaction(this::current);
    }

    private List<Uncovering> current(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                ROWS + "where opened > ? or (opened is null and asked > ?) order by number desc")) {
            select.setLong(1, now().minus(OPEN).toEpochMilli());
            select.setLong(2, now().minus(WAITS).toEpochMilli());
            return read(select);
        }
    }

    @Override
    public List<Uncovering> broken(int limit) {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ROWS
                    + "where opened is not null and second is null"
                    + " order by case when reviewed is null then 0 else 1 end, number desc limit ?")) {
                select.setInt(1, limit);
                return read(select);
            }
        });
    }

    private static Optional<Uncovering> one(Connection connection, long number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ROWS + "where number = ?")) {
            select.setLong(1, number);
            return read(select).stream().findFirst();
        }
    }

    private static List<Uncovering> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Uncovering> found = new ArrayList<>();
            while (row.next()) {
                found.add(new Uncovering(
                        row.getLong(1),
                        row.getLong(2),
                        new Officer(row.getString(3)),
                        new Reason(row.getString(4)),
                        Instant.ofEpochMilli(row.getLong(5)),
                        moment(row, "opened"),
                        Optional.ofNullable(row.getString("second")).map(Officer::new),
                        review(row)));
            }
            return List.copyOf(found);
        }
    }

    private static Optional<Uncovering.Review> review(ResultSet row) throws SQLException {
        Optional<Instant> at = moment(row, "reviewed");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Uncovering.Review(
                        new Officer(row.getString("reviewer")), at.get(), new Reason(row.getString("finding"))));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private Instant now() {
        return clock.instant().truncatedTo(MILLIS);
    }

    private void record(Connection connection, Audit.Action action, long report, Officer by, String note)
            throws SQLException {
        new Audit(database).append(connection, new Audit.Entry(now(), by.name(), action, "" + report, note));
    }
}
