package org.waypost.agent.store;

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

    /**
     * Looks through the whole file.
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
            if (tables(connection) && !sound(connection)) {
                throw partly(file);
            }
            return SOUND;
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

    private static boolean sound(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("pragma quick_check(1)")) {
            return answer.getString(1).equals("ok");
        } catch (SQLException e) {
            if (isDamage(e)) {
                return false;
            }
            throw e;
        }
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
