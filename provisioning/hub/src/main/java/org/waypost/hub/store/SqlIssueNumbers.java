package org.waypost.hub.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import org.waypost.hub.listing.IssueNumbers;

/** Numbers of one series of issues, recorded in the audit. */
public final class SqlIssueNumbers implements IssueNumbers {
    private static final String LISTS = """
            insert into list_issue (number, issued, entries)
            select coalesce(max(number), 0) + 1, ?, ? from list_issue returning number""";
    private static final String TRUST_STORES = """
            insert into trust_store_issue (number, issued, entries)
            select coalesce(max(number), 0) + 1, ?, ? from trust_store_issue returning number""";

    private final Database database;
    private final String next;
    private final Audit.Action action;

    private SqlIssueNumbers(Database database, String next, Audit.Action action) {
        this.database = database;
        this.next = next;
        this.action = action;
    }

    /** The numbers of watchlists. */
    public static SqlIssueNumbers ofLists(Database database) {
        return new SqlIssueNumbers(database, LISTS, Audit.Action.LIST_ISSUED);
    }

    /** The numbers of trust stores. */
    public static SqlIssueNumbers ofTrustStores(Database database) {
        return new SqlIssueNumbers(database, TRUST_STORES, Audit.Action.TRUST_STORE_ISSUED);
    }

    @Override
    public long take(Instant issued, int entries) {
        return database.transaction(connection -> {
            database.holdAudit(connection); // two who take a number at once get it one after the other
            try (PreparedStatement insert = connection.prepareStatement(next)) {
                insert.setLong(1, issued.toEpochMilli());
                insert.setInt(2, entries);
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    long number = row.getLong(1);
                    Instant at = issued.truncatedTo(MILLIS);
                    new Audit(database)
                            .append(
                                    connection,
                                    new Audit.Entry(at, "issue", action, "" + number, entries + " entries"));
                    return number;
                }
            }
        });
    }
}
