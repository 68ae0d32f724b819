package org.waypost.hub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;

/**
 * One SQLite file, one connection, one transaction at a time. Synced at every commit, since a lost acknowledged row is
 * a lost report; deleted content is overwritten.
 */
final class SqliteDatabase extends Database {
    /** What every connection must run with; checked at opening, for a driver may change its defaults. */
    static final Map<String, String> PRAGMAS =
            Map.of("journal_mode", "wal", "synchronous", "2", "secure_delete", "1", "foreign_keys", "1");

    private static final int BUSY_MILLIS = 5_000;

    private final Connection connection;
    private final Path file;
    private final ReentrantLock turn = new ReentrantLock();

    private SqliteDatabase(Connection connection, Path file) {
        this.connection = connection;
        this.file = file;
    }

    /**
     * Opens the file {@code hub.db} of a data directory, made if absent (readable by its owner alone), and brings its
     * tables up to date.
     *
     * @throws StoreFailure if the directory cannot be written or the file is no database of ours
     */
    static SqliteDatabase open(Path directory) {
        Path file = directory.resolve("hub.db");
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            String url = "jdbc:sqlite:" + file;
            Flyway.configure(SqliteDatabase.class.getClassLoader())
                    .dataSource(url, null, null)
                    .locations("classpath:db/hub")
                    .load()
                    .migrate();
            SqliteDatabase database = new SqliteDatabase(DriverManager.getConnection(url), file);
            database.harden();
            return database;
        } catch (IOException | SQLException | RuntimeException e) {
            throw new StoreFailure("the store " + file + " cannot be opened: check owner, free space and version", e);
        }
    }

    @Override
    <T> T transaction(Work<T> work) {
        turn.lock();
        try {
            return committed(connection, work);
        } catch (SQLException e) {
            throw new StoreFailure("the store " + file + " failed: check the disk's free space and health", e);
        } finally {
            turn.unlock();
        }
    }

    /** One transaction at a time is all there is; another process that writes finds the file busy. */
    @Override
    void holdAudit(Connection inUse) {}

    @Override
    String passingOverWhatOthersChange() {
        return "";
    }

    /** Empties the log; writes the file anew once more than a quarter of it is free. What is free is overwritten. */
    @Override
    void shred() {
        turn.lock();
        try {
            connection.setAutoCommit(true);
            emptyLog();
            if (4 * Long.parseLong(pragma("freelist_count")) > Long.parseLong(pragma("page_count"))) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("vacuum");
                }
                emptyLog();
            }
        } catch (SQLException e) {
            throw new StoreFailure("the store " + file + " cannot be purged: check the disk's free space", e);
        } finally {
            inTransactions();
            turn.unlock();
        }
    }

    private void emptyLog() throws SQLException {
        if (!pragma("wal_checkpoint(truncate)").equals("0")) {
            throw new SQLException("another program reads the store");
        }
    }

    private void inTransactions() {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new StoreFailure("the store " + file + " failed: start the hub again", e);
        }
    }

    private void harden() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = " + BUSY_MILLIS);
            for (Map.Entry<String, String> pragma : PRAGMAS.entrySet()) {
                statement.execute("pragma " + pragma.getKey() + " = " + pragma.getValue());
            }
        }
        for (Map.Entry<String, String> pragma : PRAGMAS.entrySet()) {
            if (!pragma(pragma.getKey()).equals(pragma.getValue())) {
                throw new SQLException("the driver refuses pragma " + pragma.getKey());
            }
        }
        connection.setAutoCommit(false);
    }

    /** What a pragma is set to on the connection in use. */
    String pragma(String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreFailure("the store " + file + " cannot be closed", e);
        } finally {
            turn.unlock();
        }
    }
}
