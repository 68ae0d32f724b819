package org.waypost.trials;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Looks into a store from outside. */
final class Rows {
    private Rows() {}

    static long count(Path file, String query) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.getLong(1);
        }
    }
}
