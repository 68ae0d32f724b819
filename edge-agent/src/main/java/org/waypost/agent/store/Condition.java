package org.waypost.agent.store;

import static java.lang.System.Logger.Level.WARNING;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteErrorCode;

/** In what condition a file is found. */
enum Condition {
    /** Whole, or not there yet. */
    SOUND,
    /** SQLite can read none of it. */
    LOST;

    private static final System.Logger LOG = System.getLogger(Condition.class.getName());

    /**
     * Looks through the whole file, and mends what its tables still tell.
     *
     * @throws StoreFailure if it is damaged and some of it can still be read
     */
    static Condition of(StoreFile file) {
        if (Files.notExists(file.path())) {
            return SOUND;
        }
        if (file.beheaded()) {
            return LOST;
        }
        try (Connection connection = file.connect()) {
            if (!tables(connection) || sound(connection, "integrity_check") || mended(file, connection)) {
                return SOUND;
            }
            throw partly(file);
        } catch (SQLException e) {
            if (isDamage(e)) {
                return LOST;
            }
            throw Failures.of(file.path(), e);
        }
    }

    /** Whether there are tables; that the list of tables can be read means that not all is lost. */
    private static boolean tables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from sqlite_schema")) {
            return count.getInt(1) > 0;
        }
    }

    /** A check that is quick passes over what indexes say; by an index a report is found that waits. */
    private static boolean sound(Connection connection, String check) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("pragma " + check + "(1)")) {
            return answer.getString(1).equals("ok");
        } catch (SQLException e) {
            if (isDamage(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Whether only indexes were damaged: they hold nothing of their own and are written anew. */
    private static boolean mended(StoreFile file, Connection connection) throws SQLException {
        if (!sound(connection, "quick_check")) {
            return false;
        }
        LOG.log(WARNING, "an index of {0} was damaged and is written anew: check the disk", file.path());
        try (Statement statement = connection.createStatement()) {
            statement.execute("reindex");
        }
        return sound(connection, "integrity_check");
    }

    private static boolean isDamage(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private static StoreFailure partly(StoreFile file) {
        return new StoreFailure("the file " + file.path() + " is damaged but not lost: copy it and its -wal to a safe"
                + " place, run sqlite3 .recover on the copy, check the disk, then move the file away and start again");
    }
}
