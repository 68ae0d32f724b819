package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.AuditChain;
import org.waypost.agent.store.TerminalStore;

/** Kills a terminal while it files: what it said was saved is there, and nothing half. The page cache survives. */
class OutboxKillIT {
    private static final int KILLS = 5;
    private static final int LONGEST_MILLIS = 300;
    private static final long SEED = 20261123;

    @TempDir
    Path directory;

    @Test
    @Timeout(300)
    void nothingThatWasSavedIsLostByAKill() throws IOException, InterruptedException {
        Random random = new Random(SEED);
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(fileUntilKilledAfter(random.nextInt(LONGEST_MILLIS)));
        }
        assertTrue(acknowledged.size() > KILLS, "filed " + acknowledged.size());
        try (TerminalStore store = TerminalStore.open(file(), InstantSource.system())) {
            assertEquals("ok", store.transaction(in -> single(in, "pragma integrity_check")));
            Set<String> stored = store.transaction(OutboxKillIT::reports);
            assertTrue(stored.containsAll(acknowledged), "a saved report is gone");
            assertTrue(stored.size() <= acknowledged.size() + KILLS, "more than one unannounced report a kill");
            assertEquals(
                    stored.size() + " " + stored.size() + " " + stored.size(),
                    store.transaction(
                            in -> single(
                                    in,
                                    "select count(*) || ' ' || max(sequence) || ' ' || (select count(*) from audit) from outbox")));
            assertInstanceOf(AuditChain.Verdict.Intact.class, new AuditChain(store).verify());
        }
    }

    private Path file() {
        return directory.resolve("terminal.db");
    }

    private Set<String> fileUntilKilledAfter(int millis) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OutboxWriter.class.getName(),
                        file().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Set<String> said = new HashSet<>();
        try (BufferedReader out = child.inputReader()) {
            said.add(out.readLine());
            Thread.sleep(millis);
            // not Process.destroyForcibly, which would close the pipe over the last lines
            child.toHandle().destroyForcibly();
            out.lines().filter(line -> line.length() == 36).forEach(said::add);
        }
        child.waitFor();
        return said;
    }

    private static String single(Connection in, String sql) throws SQLException {
        try (Statement statement = in.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getString(1);
        }
    }

    private static Set<String> reports(Connection in) throws SQLException {
        Set<String> found = new HashSet<>();
        try (Statement statement = in.createStatement();
                ResultSet row = statement.executeQuery("select report from outbox")) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
