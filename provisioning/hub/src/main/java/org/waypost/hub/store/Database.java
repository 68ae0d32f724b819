package org.waypost.hub.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The hub's store, of one of two kinds that speak the same SQL but for what is abstract here; each kind has its own
 * table definitions. Every commit is on disk when it returns. Safe for use by several threads.
 */
public abstract sealed class Database implements AutoCloseable permits SqliteDatabase, PostgresDatabase {
    /**
     * Opens a store and brings its tables up to date.
     *
     * @throws StoreFailure if it cannot be reached or is none of ours, saying what to do
     */
    public static Database open(StoreAddress address) {
        return switch (address) {
            case StoreAddress.Directory directory -> SqliteDatabase.open(directory.path());
            case StoreAddress.Server server -> PostgresDatabase.open(server);
        };
    }

    /**
     * Does all of the work or none of it, durably.
     *
     * @throws StoreFailure if nothing of it could be done
     */
    abstract <T> T transaction(Work<T> work);

    /** Lets nobody else add to the audit until this transaction ends. */
    abstract void holdAudit(Connection connection) throws SQLException;

    /** What follows a select of rows for a change, so that two hubs never wait for the same ones. */
    abstract String passingOverWhatOthersChange();

    /** Overwrites what was deleted, as far as the kind of database can. */
    abstract void shred();

    @Override
    public abstract void close();

    static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.on(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    /** Statements of one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
