package org.waypost.agent.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Says what a failed statement means for the person who has to act. */
final class Failures {
    private Failures() {}

    static StoreFailure of(Path file, SQLException e) {
        int code = e.getErrorCode() & 0xff;
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return new StoreFailure("the disk of " + file + " is full: free some space; nothing was stored", e);
        }
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return new StoreFailure(file + " is damaged: stop the terminal and copy the file before anything else", e);
        }
        return new StoreFailure(
                file + " cannot be used (SQLite code " + code + "): check its disk, mount and mode; nothing was stored",
                e);
    }
}
