package org.waypost.agent.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.waypost.agent.store.TerminalStore;

/** Makes a chain that was tampered with fit again, without the terminal's key. */
final class Forger {
    private Forger() {}

    /** Hashes all rows anew and sets the end to the last of them; the triggers are gone. */
    static void fit(TerminalStore store) {
        store.transaction(in -> {
            Link last = Link.FIRST;
            for (List<String> row : rows(in)) {
                last = last.then(row);
                change(in, "update audit set hash = ? where number = ?", last);
            }
            return change(in, "update audit_head set hash = ?, count = ?", last);
        });
    }

    private static List<List<String>> rows(Connection in) throws SQLException {
        try (Statement statement = in.createStatement();
                ResultSet row = statement.executeQuery(
                        "select at, actor, action, encounter, detail from audit order by number")) {
            List<List<String>> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(List.of(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
            }
            return rows;
        }
    }

    private static int change(Connection in, String sql, Link link) throws SQLException {
        try (PreparedStatement update = in.prepareStatement(sql)) {
            update.setString(1, link.hash());
            update.setLong(2, link.number());
            return update.executeUpdate();
        }
    }
}
