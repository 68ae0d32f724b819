package org.waypost.hub.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.waypost.contract.Signer;
import org.waypost.hub.casebook.CaseRetention;

/**
 * Lets go what was kept for as long as it may (invariant I18). Of a purged case only number, ids and times stay, so
 * that a message which is replayed years later is still known. Safe to run by several hubs of one store.
 */
public final class SqlRetention {
    private static final System.Logger LOG = System.getLogger(SqlRetention.class.getName());

    private final Database database;
    private final CaseRetention retention;
    private final Signer signer;
    private final InstantSource clock;

    /** @param signer of the hub, under the anchor that stands for purged audit entries */
    public SqlRetention(Database database, CaseRetention retention, Signer signer, InstantSource clock) {
        this.database = database;
        this.retention = retention;
        this.signer = signer;
        this.clock = clock;
    }

    /** Deletes what is too old, then overwrites what the database can overwrite. */
    public Purged purge() {
        Purged purged = delete();
        database.shred();
        LOG.log(purged.any() ? Level.INFO : Level.DEBUG, "purged by age: {0}", purged.words());
        return purged;
    }

    /** What is too old, in one transaction with the entry that accounts for it. */
    Purged delete() {
        Instant now = clock.instant().truncatedTo(MILLIS);
        return database.transaction(connection -> {
            database.holdAudit(connection);
            endHolds(connection, now);
            Purged purged = new Purged(
                    cases(connection, now.minus(retention.cases())),
                    tips(connection, now.minus(retention.cases())),
                    receipts(connection, now.minus(retention.receipts())),
                    new Audit(database).purge(connection, auditedBefore(connection, now), signer));
            change(connection, "delete from uncovering where asked < ?", auditedBefore(connection, now));
            if (purged.any()) {
                record(connection, now, Audit.Action.PURGED, "hub", purged.words());
            }
            return purged;
        });
    }

    private void endHolds(Connection connection, Instant now) throws SQLException {
        List<Long> ended = new ArrayList<>();
        try (PreparedStatement delete =
                        prepare(connection, "delete from legal_hold where held_until <= ? returning report", now);
                ResultSet row = delete.executeQuery()) {
            while (row.next()) {
                ended.add(row.getLong(1));
            }
        }
        for (long number : ended) {
            record(connection, now, Audit.Action.HOLD_ENDED, "" + number, "");
        }
    }

    private static int cases(Connection connection, Instant before) throws SQLException {
        int cases = change(connection, """
                update report set envelope = '', acknowledged_by = '', acknowledged_reason = ''
                where acknowledged_at < ? and envelope <> '' and number not in (select report from legal_hold)""", before);
        return cases + amendmentsAndNotices(connection);
    }

    /** What was said of a case goes with it, and what comes later at the next purge; how many amendments went. */
    private static int amendmentsAndNotices(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    delete from notice where exists
                        (select 1 from report filed where filed.id = notice.report and filed.envelope = '')""");
            return statement.executeUpdate("""
                    update report set envelope = '' where amends is not null and envelope <> '' and exists
                        (select 1 from report filed where filed.id = report.amends and filed.envelope = '')""");
        }
    }

    /**
     * Threads of which nobody said anything since; how many tips went. The last answer of all stays until there is
     * another, since stations ask by its number.
     */
    private static int tips(Connection connection, Instant before) throws SQLException {
        int tips = change(connection, """
                delete from tip where handle in (
                    select handle from (select handle, hour from tip union all select handle, hour from tip_answer) said
                    group by handle having max(hour) < ?)""", before);
        change(connection, """
                delete from tip_answer where hour < ? and handle not in (select handle from tip)
                and number < (select max(number) from tip_answer)""", before);
        return tips;
    }

    private static int receipts(Connection connection, Instant before) throws SQLException {
        return change(connection, "delete from receipt where sent_at < ?", before);
    }

    /** Nothing since the first of the held cases came. */
    private Instant auditedBefore(Connection connection, Instant now) throws SQLException {
        Instant before = now.minus(retention.audit());
        try (PreparedStatement select = connection.prepareStatement(
                        "select min(received_at) from report where number in (select report from legal_hold)");
                ResultSet row = select.executeQuery()) {
            row.next();
            Instant came = Instant.ofEpochMilli(row.getLong(1));
            return !row.wasNull() && came.isBefore(before) ? came : before;
        }
    }

    private static int change(Connection connection, String sql, Instant before) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, before)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Instant moment) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setLong(1, moment.toEpochMilli());
        return statement;
    }

    private void record(Connection connection, Instant now, Audit.Action action, String subject, String note)
            throws SQLException {
        new Audit(database).append(connection, new Audit.Entry(now, "hub", action, subject, note));
    }

    /** How many of each class went; amendments count among the cases. */
    public record Purged(int cases, int tips, int receipts, long audit) {
        boolean any() {
            return cases + tips + receipts + audit > 0;
        }

        String words() {
            return "cases " + cases + ", tips " + tips + ", receipts " + receipts + ", audit " + audit;
        }
    }
}
