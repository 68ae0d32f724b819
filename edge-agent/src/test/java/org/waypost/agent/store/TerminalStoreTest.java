package org.waypost.agent.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;

class TerminalStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final String FULL = "2";
    private static final String ON = "1";

    @TempDir
    Path directory;

    private TerminalStore open() {
        return TerminalStore.open(file(), InstantSource.fixed(NOW));
    }

    private Path file() {
        return directory.resolve("terminal.db");
    }

    private static String single(Connection in, String sql) throws SQLException {
        try (Statement statement = in.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getString(1);
        }
    }

    private static List<String> modes(Connection in) throws SQLException {
        return List.of(
                single(in, "pragma journal_mode"),
                single(in, "pragma synchronous"),
                single(in, "pragma foreign_keys"),
                single(in, "pragma secure_delete"),
                single(in, "pragma busy_timeout"));
    }

    @Test
    void everyConnectionIsDurableAndForgets() throws SQLException {
        List<String> wanted = List.of("wal", FULL, ON, ON, "5000");
        try (TerminalStore store = open()) {
            assertEquals(wanted, store.transaction(TerminalStoreTest::modes));
            try (Connection other = new StoreFile(file()).connect()) {
                assertEquals(wanted, modes(other));
            }
        }
    }

    @Test
    void theFilesAreTheOwnersAlone() throws IOException {
        try (TerminalStore store = open()) {
            store.transaction(in -> single(in, "update origin set begun = begun returning begun"));
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    assertEquals(
                            "rw-------",
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                            file.toString());
                }
            }
        }
    }

    @Test
    void closesAnExistingFileToOthers() throws IOException {
        open().close();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        open().close();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void refusesADirectoryThatIsMissingOrOpenToOthers() throws IOException {
        Path absent = directory.resolve("absent").resolve("terminal.db");
        assertLine("is missing: create it", () -> TerminalStore.open(absent, InstantSource.fixed(NOW)));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertLine("run chmod 700", this::open);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }

    private static void assertLine(String part, org.junit.jupiter.api.function.Executable opening) {
        String line = String.valueOf(assertThrows(StoreFailure.class, opening).getMessage());
        assertTrue(line.contains(part), line);
        assertFalse(line.contains("\n"), line);
    }

    @Test
    void aTransactionThatFailsLeavesNothing() {
        try (TerminalStore store = open()) {
            assertThrows(
                    IllegalStateException.class,
                    () -> store.transaction(in -> {
                        single(in, "update origin set sequence_base = 5 returning begun");
                        throw new IllegalStateException("on the way");
                    }));
            assertEquals("0", base(store));
        }
    }

    @Test
    void takesTransactionsAgainAfterOneThatTheFullDiskTookBack() {
        try (TerminalStore store = open()) {
            assertLine("is full", () -> store.transaction(TerminalStoreTest::takenBackBySqlite));
            store.transaction(TerminalStoreTest::large);
            assertThrows(IllegalStateException.class, () -> store.transaction(TerminalStoreTest::defect));
            assertEquals("1", store.transaction(in -> single(in, "select count(*) from outbox_sequence")));
        }
    }

    /** As SQLite does when the disk is full: the transaction is gone before its failure is told. */
    private static String takenBackBySqlite(Connection in) throws SQLException {
        large(in);
        try (Statement statement = in.createStatement()) {
            statement.execute("rollback");
        }
        throw new SQLException("full", null, SQLiteErrorCode.SQLITE_FULL.code);
    }

    private static String large(Connection in) throws SQLException {
        return single(in, "insert into outbox_sequence values (hex(randomblob(100000)), 1) returning last");
    }

    private static String defect(Connection in) throws SQLException {
        large(in);
        throw new IllegalStateException("after a write");
    }

    @Test
    void takesTransactionsAgainOnceAForeignLockIsGone() throws SQLException {
        try (TerminalStore store = open()) {
            store.transaction(in -> single(in, "pragma busy_timeout=1"));
            try (Connection foreign = new StoreFile(file()).connect()) {
                foreign.setAutoCommit(false);
                assertLine("cannot be used (SQLite code 5)", () -> store.transaction(TerminalStoreTest::large));
            }
            assertEquals("1", store.transaction(TerminalStoreTest::large));
        }
    }

    @Test
    void transactionsDoNotNest() {
        try (TerminalStore store = open()) {
            assertThrows(IllegalStateException.class, () -> store.transaction(in -> base(store)));
        }
    }

    private static String base(TerminalStore store) {
        return store.transaction(in -> single(in, "select sequence_base from origin"));
    }

    @Test
    void opensAgainWithWhatWasCommitted() {
        try (TerminalStore store = open()) {
            store.transaction(in -> single(in, "update origin set sequence_base = 5 returning begun"));
        }
        try (TerminalStore store = open()) {
            assertEquals("5", base(store));
        }
    }

    @Test
    void aFileOfWhichNothingCanBeReadIsMovedAside() throws IOException {
        byte[] noise = new byte[40_960];
        Arrays.fill(noise, (byte) 0x5a);
        Files.write(file(), noise);
        try (TerminalStore store = open()) {
            assertEquals("" + NOW.getEpochSecond(), base(store), "numbers go on above all that were given");
        }
        assertEquals(
                noise.length,
                Files.size(directory.resolve("terminal.db.damaged-20261123T080000Z")),
                "kept for recovery");
    }

    @Test
    void theLogOfAFileOfWhichNothingCanBeReadIsKeptWithIt() throws IOException {
        byte[] noise = new byte[40_960];
        new Random(1).nextBytes(noise);
        Files.write(file(), noise);
        byte[] log = "unsent reports may be in it".getBytes(UTF_8);
        Files.write(directory.resolve("terminal.db-wal"), log);
        open().close();
        assertArrayEquals(log, Files.readAllBytes(directory.resolve("terminal.db.damaged-20261123T080000Z-wal")));
    }

    @Test
    void aLogBesideASoundFileIsReadNotMovedAside() throws IOException {
        try (TerminalStore store = open()) {
            store.transaction(in -> single(in, "update origin set begun = 'x' returning begun"));
            Path copy = Files.createDirectory(directory.resolve("copy"));
            for (String part : List.of("terminal.db", "terminal.db-wal")) {
                Files.copy(directory.resolve(part), copy.resolve(part));
            }
            assertTrue(Files.size(copy.resolve("terminal.db-wal")) > 0);
            try (TerminalStore again = TerminalStore.open(copy.resolve("terminal.db"), InstantSource.fixed(NOW))) {
                assertEquals("x", again.transaction(in -> single(in, "select begun from origin")));
            }
        }
    }

    @Test
    void aFileThatIsPartlyDamagedRefusesTheStart() throws IOException {
        open().close();
        try (RandomAccessFile file = new RandomAccessFile(file().toFile(), "rw")) {
            byte[] noise = new byte[4_096];
            Arrays.fill(noise, (byte) 0x5a);
            file.seek(4_096 * 3L);
            file.write(noise);
        }
        assertLine("damaged but not lost", this::open);
        assertTrue(Files.exists(file()));
    }

    /** Without it the report that waits would not be found, and nothing would tell. */
    @Test
    void aDamagedIndexIsWrittenAnew() throws IOException {
        long page;
        try (TerminalStore store = open()) {
            page = store.transaction(in -> {
                try (Statement statement = in.createStatement()) {
                    statement.execute(
                            "insert into outbox (report, terminal, sequence, encounter, lane, message, digest,"
                                    + " bytes, created) values ('a', 't', 77, 'e', 2, 'm', 'd', 1, '" + NOW + "')");
                }
                return Long.parseLong(single(in, "select rootpage from sqlite_schema where name = 'outbox_due'"));
            });
        }
        long place = page * 4_096 - 1; // where SQLite begins to fill a page: the number of the first row
        try (RandomAccessFile file = new RandomAccessFile(file().toFile(), "rw")) {
            file.seek(place);
            assertEquals(77, file.read());
            file.seek(place);
            file.write(78);
        }
        try (TerminalStore store = open()) {
            assertEquals(
                    "77",
                    store.transaction(
                            in -> single(
                                    in,
                                    "select sequence from outbox indexed by outbox_due"
                                            + " where published is null and confirmed is null and refused is null and lane = 2 and sequence > 0")));
            assertEquals("ok", store.transaction(in -> single(in, "pragma integrity_check")));
        }
    }

    @Test
    void aLogWithoutItsFileRefusesTheStart() throws IOException {
        Files.write(directory.resolve("terminal.db-wal"), new byte[100]);
        assertLine("is gone but its log is there", this::open);
    }
}
