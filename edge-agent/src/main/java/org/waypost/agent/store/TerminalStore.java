package org.waypost.agent.store;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteErrorCode;

/**
 * The terminal's one SQLite file: what was committed survives a power cut, what was deleted is overwritten. One
 * connection, one transaction at a time; safe for use by several threads.
 */
public final class TerminalStore implements AutoCloseable {
    private final Path file;
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    private TerminalStore(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Opens the file, begun if there is none, and brings its tables up to date.
     *
     * <p>A file of which nothing can be read is moved aside and a new one begun, with an alarm in the log; numbers of
     * reports then count on from the seconds since 1970, above all that were given before.
     *
     * @param file in a directory that only its owner may write to
     * @throws StoreFailure with one line that says what to do, if the directory is missing or open to others, or the
     *     file is damaged but not wholly lost
     */
    public static TerminalStore open(Path file, InstantSource clock) {
        StoreFile place = new StoreFile(file.toAbsolutePath());
        place.check();
        boolean lost = Condition.of(place) == Condition.LOST;
        if (lost) {
            place.quarantine(clock.instant());
        }
        place.create();
        try {
            Migrations.run(place);
            TerminalStore store = new TerminalStore(place.path(), place.connect());
            store.begin(clock, lost);
            store.scrub();
            return store;
        } catch (SQLException e) {
            throw Failures.of(place.path(), e);
        }
    }

    /**
     * Does the work in one transaction: all of it is on disk when this returns, or nothing after an exception.
     * Transactions do not nest.
     *
     * @throws StoreFailure if the disk fails or is full
     */
    public <T> T transaction(Work<T> work) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a transaction inside a transaction");
        }
        lock.lock();
        try {
            return commit(work);
        } catch (SQLException e) {
            throw Failures.of(file, e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Does the work and takes it back: nothing of it is ever on disk.
     *
     * @throws StoreFailure if it could not be done
     */
    public <T> T rehearse(Work<T> work) {
        return transaction(in -> {
            Savepoint before = in.setSavepoint();
            try {
                return work.in(in);
            } finally {
                in.rollback(before);
            }
        });
    }

    private <T> T commit(Work<T> work) throws SQLException {
        boolean done = false;
        try {
            connection.setAutoCommit(false);
            T result = requireNonNull(work.in(connection));
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                takeBack();
            }
            connection.setAutoCommit(true);
        }
    }

    /**
     * SQLite takes a transaction back by itself when the disk is full, and has begun none when the file is locked. The
     * driver does not know that: without a transaction to end it would never again begin one.
     */
    private void takeBack() throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException e) {
            if (e.getErrorCode() != SQLiteErrorCode.SQLITE_ERROR.code) {
                throw e;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("begin");
            }
        }
    }

    /** Empties the write-ahead log into the file, so that nothing deleted is left in either (invariant I18). */
    public void scrub() {
        lock.lock();
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma wal_checkpoint(truncate)");
        } catch (SQLException e) {
            throw Failures.of(file, e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * As {@link #scrub}, after a purge: the file is also written anew once more than a quarter of it is free, so that
     * it does not stay as long as it ever was. What is free is overwritten already ({@code secure_delete}).
     *
     * @throws StoreFailure if the log could not be emptied, or the disk has no room for the file once more
     */
    public void shred() {
        lock.lock();
        try (Statement statement = connection.createStatement()) {
            emptyLog(statement);
            if (4 * number(statement, "pragma freelist_count") > number(statement, "pragma page_count")) {
                statement.execute("vacuum");
                emptyLog(statement);
            }
        } catch (SQLException e) {
            throw Failures.of(file, e);
        } finally {
            lock.unlock();
        }
    }

    private void emptyLog(Statement statement) throws SQLException {
        if (number(statement, "pragma wal_checkpoint(truncate)") != 0) {
            throw new StoreFailure("the log of " + file + " cannot be emptied: end the other program that reads it");
        }
    }

    private static long number(Statement statement, String pragma) throws SQLException {
        try (ResultSet row = statement.executeQuery(pragma)) {
            return row.getLong(1);
        }
    }

    private void begin(InstantSource clock, boolean lost) {
        transaction(in -> {
            try (var insert = in.prepareStatement("insert or ignore into origin values (1, ?, ?)")) {
                insert.setString(1, clock.instant().toString());
                insert.setLong(2, lost ? clock.instant().getEpochSecond() : 0);
                return insert.executeUpdate();
            }
        });
    }

    /** Closes the file; a later transaction is a defect of the caller. */
    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw Failures.of(file, e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * What is done in one transaction.
     *
     * @param <T> what it yields, never null
     */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it on a connection that belongs to the store: neither committed, closed nor kept here. */
        T in(Connection connection) throws SQLException;
    }
}
