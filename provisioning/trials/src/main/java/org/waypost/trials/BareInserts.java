package org.waypost.trials;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The rows of a store written into another one by nothing but inserts in batches: what the intake is held against. */
final class BareInserts {
    private static final List<String> TABLES = List.of(
            "report (id, terminal, sequence, digest, lane, received_at, envelope)",
            "receipt (report, digest, terminal, signed, due_at)");

    private BareInserts() {}

    /**
     * Reports a second, each with its receipt.
     *
     * @param from holds as many receipts as reports
     * @param into has the same tables, empty
     * @param batch reports a transaction
     */
    static double rate(Connection from, Connection into, int batch) throws SQLException {
        List<List<List<Object>>> tables = new ArrayList<>();
        for (String table : TABLES) {
            tables.add(rows(from, table));
        }
        into.setAutoCommit(false);
        int count = tables.getFirst().size();
        long begun = System.nanoTime();
        for (int at = 0; at < count; at += batch) {
            for (int i = 0; i < TABLES.size(); i++) {
                insert(into, TABLES.get(i), tables.get(i).subList(at, Math.min(count, at + batch)));
            }
            into.commit();
        }
        return count / ((System.nanoTime() - begun) / 1e9);
    }

    private static List<List<Object>> rows(Connection from, String table) throws SQLException {
        String name = table.substring(0, table.indexOf(' '));
        String columns = table.substring(table.indexOf('(') + 1, table.indexOf(')'));
        try (Statement statement = from.createStatement();
                ResultSet row = statement.executeQuery("select " + columns + " from " + name)) {
            List<List<Object>> rows = new ArrayList<>();
            int width = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<Object> values = new ArrayList<>();
                for (int column = 1; column <= width; column++) {
                    values.add(row.getObject(column));
                }
                rows.add(values);
            }
            return rows;
        }
    }

    private static void insert(Connection into, String table, List<List<Object>> rows) throws SQLException {
        String marks = "?, ".repeat(rows.getFirst().size() - 1) + "?";
        try (PreparedStatement insert = into.prepareStatement("insert into " + table + " values (" + marks + ")")) {
            for (List<Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    insert.setObject(i + 1, row.get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
