package org.waypost.agent.store;

import static java.lang.System.Logger.Level.WARNING;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardOpenOption.READ;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Where the store lies and how it is connected to.
 *
 * @param path absolute
 */
record StoreFile(Path path) {
    private static final System.Logger LOG = System.getLogger(StoreFile.class.getName());
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int BUSY_MILLIS = 5_000;

    /** How every SQLite file begins (SQLite, "Database File Format", section 1.3.1). */
    private static final String MAGIC = "SQLite format 3\0";

    /** Every connection to the file is made of this: the modes are properties of the connection, not of the file. */
    SQLiteDataSource source() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path);
        return source;
    }

    Connection connect() throws SQLException {
        return source().getConnection();
    }

    /** Refuses a directory that others may write to, and a write-ahead log without its file. */
    void check() {
        Path directory = path.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new StoreFailure("the directory of " + path + " is missing: create it with mode 700 for this user");
        }
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(directory);
            if (mode.contains(PosixFilePermission.GROUP_WRITE) || mode.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new StoreFailure("others may write to " + directory + ": run chmod 700 on it");
            }
            if (empty(path) && !empty(beside("-wal"))) {
                throw new StoreFailure("the file " + path + " is gone but its log is there: put the file back, or move "
                        + beside("-wal") + " to a safe place for recovery");
            }
        } catch (IOException e) {
            throw new StoreFailure("cannot look into " + directory + ": check who may read it", e);
        }
    }

    /**
     * Whether the file does not begin as SQLite's do while there is a log beside it: SQLite would delete that log at
     * the first look. A file that a rollback journal will mend is not meant.
     */
    boolean beheaded() {
        try {
            if (empty(path) || empty(beside("-wal")) || Files.exists(beside("-journal"))) {
                return false;
            }
            try (InputStream in = Files.newInputStream(path)) {
                return !new String(in.readNBytes(MAGIC.length()), ISO_8859_1).equals(MAGIC);
            }
        } catch (IOException e) {
            throw new StoreFailure("cannot read " + path + ": check its disk, mount and mode", e);
        }
    }

    /** Makes an empty file that its owner alone may read, or closes an existing one to others. */
    void create() {
        try {
            if (Files.notExists(path)) {
                Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
            Files.setPosixFilePermissions(path, OWNER_ONLY);
        } catch (IOException e) {
            throw new StoreFailure("cannot create " + path + ": check that the disk is mounted and writable", e);
        }
    }

    /**
     * Moves the file and its log aside under a dated name. The file goes last, each step forced to the disk: while it
     * lies there, a start after a power cut does this again, and a log without its file would refuse that start.
     */
    void quarantine(Instant at) {
        String suffix = ".damaged-" + STAMP.format(at);
        LOG.log(
                WARNING,
                "ALARM: nothing can be read of {0}; moved to {0}{1} and a new one begun: keep it for recovery, unsent reports"
                        + " may be in it",
                path,
                suffix);
        for (String part : List.of("-wal", "-shm", "")) {
            move(beside(part), beside(suffix + part));
        }
    }

    private static void move(Path from, Path to) {
        try {
            if (Files.exists(from)) {
                Files.move(from, to);
                force(requireNonNull(to.getParent()));
            }
        } catch (IOException e) {
            throw new StoreFailure("cannot move the damaged " + from + " aside: move it by hand and start again", e);
        }
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel entries = FileChannel.open(directory, READ)) {
            entries.force(true);
        }
    }

    private Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    private static boolean empty(Path file) throws IOException {
        return Files.notExists(file) || Files.size(file) == 0;
    }
}
