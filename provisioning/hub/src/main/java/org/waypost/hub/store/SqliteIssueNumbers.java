package org.waypost.hub.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import org.waypost.hub.listing.IssueNumbers;

/** Numbers of issued lists in SQLite, recorded in the audit. */
public final class SqliteIssueNumbers implements IssueNumbers {
    private final Database database;

    /** The numbers of one store. */
    public SqliteIssueNumbers(Database database) {
        this.database = database;
    }

    @Override
    public long take(Instant issued, int entries) {
        return database.transaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into list_issue (number, issued, entries)
                    select coalesce(max(number), 0) + 1, ?, ? from list_issue returning number""")) {
                insert.setLong(1, issued.toEpochMilli());
                insert.setInt(2, entries);
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    long number = row.getLong(1);
                    Instant at = issued.truncatedTo(MILLIS);
                    Audit.append(
                            connection,
                            new Audit.Entry(
                                    at, "issue-list", Audit.Action.LIST_ISSUED, "" + number, entries + " entries"));
                    return number;
                }
            }
        });
    }
}
