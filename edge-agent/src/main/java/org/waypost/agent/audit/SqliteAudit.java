package org.waypost.agent.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.waypost.agent.store.TerminalStore;

/**
 * The audit in the terminal's file. Each row's hash covers the row before it; the head tells how many rows there are.
 *
 * @param store where the rows are
 */
public record SqliteAudit(TerminalStore store) implements Audit {

    @Override
    public void append(AuditEvent event) {
        store.transaction(in -> append(in, event));
    }

    /**
     * Appends within the transaction of what the event records.
     *
     * @return the event's number, from 1
     */
    public static long append(Connection in, AuditEvent event) throws SQLException {
        Link last = head(in);
        Link next = last.then(event);
        try (PreparedStatement insert = in.prepareStatement("insert into audit values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, next.number());
            insert.setString(2, event.at().toString());
            insert.setString(3, event.actor());
            insert.setString(4, event.action().name());
            insert.setString(5, event.encounter().toString());
            insert.setString(6, event.detail());
            insert.setString(7, next.hash());
            insert.executeUpdate();
        }
        try (PreparedStatement update = in.prepareStatement("update audit_head set count = ?, hash = ?")) {
            update.setLong(1, next.number());
            update.setString(2, next.hash());
            update.executeUpdate();
        }
        return next.number();
    }

    static Link head(Connection in) throws SQLException {
        try (Statement statement = in.createStatement();
                ResultSet row = statement.executeQuery("select count, hash from audit_head")) {
            return row.next() ? new Link(row.getLong(1), row.getString(2)) : Link.FIRST;
        }
    }
}
