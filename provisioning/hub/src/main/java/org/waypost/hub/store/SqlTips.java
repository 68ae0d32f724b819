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
import org.waypost.contract.Codec;
import org.waypost.contract.Digest;
import org.waypost.contract.PublicReport;
import org.waypost.contract.SealedTip;
import org.waypost.contract.SignedTipReceipt.Outcome;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.tip.TipLine;
import org.waypost.hub.tip.TipStore;

/** Tips in the store. What an officer does is in the audit to the moment, what people do to the hour. */
public final class SqlTips implements TipStore {
    private static final String GIVEN = "select number, hour, handle, sealed,"
            + " (select coalesce(max(number), 0) from tip_answer before where before.number < tip_answer.number)"
            + " from tip_answer ";

    private final Database database;
    private final InstantSource clock;

    /** The tips of one store. */
    public SqlTips(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private long hour() {
        return PublicReport.hourOf(clock.instant()).toEpochMilli();
    }

    @Override
    public List<Outcome> keep(List<Arrived> batch) {
        long hour = hour();
        return database.transaction(connection -> {
            long room = TIPS_MAX - count(connection);
            List<Outcome> outcomes = new ArrayList<>();
            for (Arrived arrived : batch) {
                Outcome outcome = keep(connection, arrived, hour, room > 0);
                room -= outcome == Outcome.STORED ? 1 : 0;
                outcomes.add(outcome);
            }
            return outcomes;
        });
    }

    private static long count(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from tip");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What is here already needs no room. */
    private static Outcome keep(Connection connection, Arrived arrived, long hour, boolean room) throws SQLException {
        String id = arrived.tip().id().toString();
        String digest = arrived.tip().digest();
        String before = one(connection, "select digest from tip where id = ?", id);
        if (!before.isEmpty()) {
            return before.equals(digest) ? Outcome.STORED : Outcome.REFUSED;
        }
        String key = Digest.of(arrived.thread().key());
        String known = one(
                connection,
                "select key_digest from tip where handle = ?",
                arrived.thread().handle());
        if (!known.isEmpty() && !known.equals(key)) {
            return Outcome.REFUSED;
        }
        return room ? insert(connection, arrived, hour, key) : Outcome.LATER;
    }

    private static Outcome insert(Connection connection, Arrived arrived, long hour, String key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into tip (id, hour, handle, key_digest, digest, envelope, answered) values (?, ?, ?, ?, ?, ?, 0)"
                        + " on conflict (id) do nothing")) {
            insert.setString(1, arrived.tip().id().toString());
            insert.setLong(2, hour);
            insert.setString(3, arrived.thread().handle());
            insert.setString(4, key);
            insert.setString(5, arrived.tip().digest());
            insert.setString(6, Codec.write(arrived.tip()));
            insert.executeUpdate();
            return Outcome.STORED;
        }
    }

    private static String one(Connection connection, String sql, String parameter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, parameter);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    @Override
    public List<TipLine> threads(int limit) {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select handle, max(hour), count(*), min(answered) from tip group by handle"
                            + " order by min(answered), max(hour) desc, handle limit ?")) {
                select.setInt(1, limit);
                try (ResultSet row = select.executeQuery()) {
                    List<TipLine> lines = new ArrayList<>();
                    while (row.next()) {
                        lines.add(new TipLine(
                                row.getString(1),
                                Instant.ofEpochMilli(row.getLong(2)),
                                row.getInt(3),
                                row.getInt(4) == 0));
                    }
                    return List.copyOf(lines);
                }
            }
        });
    }

    @Override
    public List<Kept> look(String handle, Officer officer, Reason purpose) {
        return database.transaction(connection -> {
            List<Kept> kept = tips(connection, handle);
            if (!kept.isEmpty()) {
                record(connection, Audit.Action.TIP_LOOKED, handle, officer, purpose.words());
            }
            return kept;
        });
    }

    @Override
    public List<Kept> tips(String handle) {
        return database.transaction(connection -> tips(connection, handle));
    }

    private static List<Kept> tips(Connection connection, String handle) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select hour, envelope from tip where handle = ? order by hour, id")) {
            select.setString(1, handle);
            try (ResultSet row = select.executeQuery()) {
                List<Kept> kept = new ArrayList<>();
                while (row.next()) {
                    kept.add(new Kept(Instant.ofEpochMilli(row.getLong(1)), read(row.getString(2))));
                }
                return List.copyOf(kept);
            }
        }
    }

    private static SealedTip read(String json) {
        return switch (Codec.read(json.getBytes(UTF_8), SealedTip.class)) {
            case Codec.Decoded<SealedTip> decoded -> decoded.value();
            case Codec.Malformed<SealedTip> malformed ->
                throw new IllegalStateException("a stored tip is damaged: " + malformed.reason());
        };
    }

    @Override
    public boolean answer(String handle, String sealed, Officer officer) {
        long hour = hour();
        return database.transaction(connection -> {
            if (!mark(connection, handle)) {
                return false;
            }
            // takes the audit's turn: numbers are given one after another
            record(connection, Audit.Action.TIP_ANSWERED, handle, officer, "");
            try (PreparedStatement insert = connection.prepareStatement("insert into tip_answer"
                    + " (number, hour, handle, sealed) select coalesce(max(number), 0) + 1, ?, ?, ? from tip_answer")) {
                insert.setLong(1, hour);
                insert.setString(2, handle);
                insert.setString(3, sealed);
                return insert.executeUpdate() == 1;
            }
        });
    }

    private static boolean mark(Connection connection, String handle) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update tip set answered = 1 where handle = ?")) {
            update.setString(1, handle);
            return update.executeUpdate() > 0;
        }
    }

    @Override
    public List<Given> answers(String handle) {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(GIVEN + "where handle = ? order by number")) {
                select.setString(1, handle);
                return given(select);
            }
        });
    }

    @Override
    public List<Given> answersAfter(long number, int limit) {
        return database.transaction(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(GIVEN + "where number > ? order by number limit ?")) {
                select.setLong(1, number);
                select.setInt(2, limit);
                return given(select);
            }
        });
    }

    private static List<Given> given(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Given> given = new ArrayList<>();
            while (row.next()) {
                given.add(new Given(
                        row.getLong(1),
                        row.getLong(5),
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getString(3),
                        row.getString(4)));
            }
            return List.copyOf(given);
        }
    }

    private void record(Connection connection, Audit.Action action, String handle, Officer officer, String note)
            throws SQLException {
        Instant now = clock.instant().truncatedTo(MILLIS);
        new Audit(database).append(connection, new Audit.Entry(now, officer.name(), action, handle, note));
    }
}
