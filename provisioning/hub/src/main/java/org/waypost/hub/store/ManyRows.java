package org.waypost.hub.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * One statement that inserts many rows: one way to the database and back for all.
 *
 * @param before the statement up to its {@code values}
 * @param columns how many each row has
 * @param after what follows the rows
 */
record ManyRows(String before, int columns, String after) {

    /** The statement with all parameters set. */
    <T> PreparedStatement of(Connection connection, List<T> rows, Filling<T> filling) throws SQLException {
        String row = "(" + "?, ".repeat(columns - 1) + "?)";
        PreparedStatement statement = connection.prepareStatement(
                before + " values " + String.join(", ", java.util.Collections.nCopies(rows.size(), row)) + after);
        for (int i = 0; i < rows.size(); i++) {
            filling.row(statement, i * columns, rows.get(i));
        }
        return statement;
    }

    /** Sets the parameters of one row, which are numbered from {@code offset + 1}. */
    @FunctionalInterface
    interface Filling<T> {
        void row(PreparedStatement statement, int offset, T row) throws SQLException;
    }
}
