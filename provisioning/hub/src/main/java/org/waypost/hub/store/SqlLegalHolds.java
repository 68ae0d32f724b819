package org.waypost.hub.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;

/** Cases that are kept beyond their age, in the name of an officer, until a day. Safe for several threads and hubs. */
public final class SqlLegalHolds {
    /** The longest hold; whoever needs more places it again. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private final Database database;
    private final InstantSource clock;

    /** The holds of one store. */
    public SqlLegalHolds(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Holds a case from now on, in place of an earlier hold; false if there is no such case, or it was purged.
     *
     * @param length up to {@link #LONGEST}
     */
    public boolean place(long number, Officer officer, Reason reason, Duration length) {
        if (length.isNegative() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a hold lasts at most " + LONGEST.toDays() + " days");
        }
        Instant now = clock.instant().truncatedTo(MILLIS);
        return database.transaction(connection -> {
            boolean held = place(connection, number, now.plus(length));
            if (held) {
                Audit.Entry entry =
                        new Audit.Entry(now, officer.name(), Audit.Action.HELD, "" + number, reason.words());
                new Audit(database).append(connection, entry);
            }
            return held;
        });
    }

    private static boolean place(Connection connection, long number, Instant until) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into legal_hold (report, held_until)
                select number, ? from report where number = ? and amends is null and envelope <> ''
                on conflict (report) do update set held_until = excluded.held_until""")) {
            insert.setLong(1, until.toEpochMilli());
            insert.setLong(2, number);
            return insert.executeUpdate() == 1;
        }
    }
}
