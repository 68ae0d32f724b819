package org.waypost.hub.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.flywaydb.core.Flyway;

/** A PostgreSQL database, which several hubs may share. A connection that broke is replaced by the pool. */
final class PostgresDatabase extends Database {
    /** Intake, receipts, and two for the pages. */
    private static final int CONNECTIONS = 4;

    private static final int CONNECTING_MILLIS = 5_000;

    /** A batch takes some tens of milliseconds: a server that is silent for so long is gone. */
    private static final int SILENCE_SECONDS = 30;

    /** Names the audit's lock among the advisory locks of the database. */
    private static final long AUDIT_LOCK = 0x776179706f7374L;

    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final HikariDataSource connections;
    private final String url;

    private PostgresDatabase(HikariDataSource connections, String url) {
        this.connections = connections;
        this.url = url;
    }

    static PostgresDatabase open(StoreAddress.Server address) {
        PostgresDatabase database = new PostgresDatabase(pool(address), address.url());
        try {
            database.transaction(PostgresDatabase::requireSynced);
            Flyway.configure(PostgresDatabase.class.getClassLoader())
                    .dataSource(database.connections)
                    .locations("classpath:db/postgresql")
                    .load()
                    .migrate();
            return database;
        } catch (StoreFailure e) {
            database.close();
            throw e;
        } catch (RuntimeException e) {
            database.close();
            throw unreachable(address.url(), e);
        }
    }

    private static HikariDataSource pool(StoreAddress.Server address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("waypost-store");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(password(address.passwordFile()));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(CONNECTING_MILLIS);
        config.addDataSourceProperty("ApplicationName", "waypost-hub");
        config.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", true);
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw unreachable(address.url(), e);
        }
    }

    private static StoreFailure unreachable(String url, RuntimeException e) {
        return new StoreFailure(
                "the store " + url
                        + " cannot be opened: check that its server runs, store-user, the password and its rights",
                e);
    }

    private static String password(Path file) {
        try {
            if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
                throw new StoreFailure("store-password-file " + file + " is open to others: chmod 600 it");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StoreFailure("store-password-file " + file + " cannot be read: check its path and owner", e);
        }
    }

    /** A server that does not sync loses what was acknowledged. */
    private static boolean requireSynced(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('fsync'), current_setting('synchronous_commit')")) {
            row.next();
            if (!row.getString(1).equals("on") || row.getString(2).equals("off")) {
                throw new StoreFailure("the store's server loses commits when power fails:"
                        + " set fsync = on and synchronous_commit = on");
            }
            return true;
        }
    }

    @Override
    <T> T transaction(Work<T> work) {
        try (Connection connection = connections.getConnection()) {
            return committed(connection, work);
        } catch (SQLException e) {
            throw new StoreFailure("the store " + url + " failed: check that its server runs and has space", e);
        }
    }

    /** Frees what was deleted to be written over by the next rows; only VACUUM FULL, by hand, gives it back. */
    @Override
    void shred() {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum report, receipt, audit");
            } finally {
                connection.setAutoCommit(false);
            }
        } catch (SQLException e) {
            throw new StoreFailure("the store " + url + " cannot be purged: check that store-user owns its tables", e);
        }
    }

    @Override
    void holdAudit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + AUDIT_LOCK + ")");
        }
    }

    @Override
    String passingOverWhatOthersChange() {
        return "for update skip locked";
    }

    @Override
    public void close() {
        connections.close();
    }
}
