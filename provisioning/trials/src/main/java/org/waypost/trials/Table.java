package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Looks into a store of a running program, as SQLite allows; nothing is written. */
final class Table {
    private Table() {}

    /** Rows with their cells in the order of the query; an SQL null is an empty text. */
    static List<List<String>> read(Path file, String query) throws IOException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout=5000");
            try (ResultSet rows = statement.executeQuery(query)) {
                return all(rows);
            }
        } catch (SQLException e) {
            throw new IOException("the store cannot be read: " + file, e);
        }
    }

    private static List<List<String>> all(ResultSet rows) throws SQLException {
        List<List<String>> table = new ArrayList<>();
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                row.add(Objects.requireNonNullElse(rows.getString(column), ""));
            }
            table.add(row);
        }
        return table;
    }
}
