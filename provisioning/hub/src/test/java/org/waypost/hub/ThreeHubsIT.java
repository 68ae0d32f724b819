package org.waypost.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedReceipt;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;
import org.waypost.servers.Mosquitto;
import org.waypost.servers.PostgresServer;

/** Three hubs as processes share one broker and one PostgreSQL; one of them is killed in the middle. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ThreeHubsIT {
    private static final List<String> HUBS = List.of("hub", "hub-2", "hub-3");
    private static final int REPORTS = 600;

    @TempDir
    Path directory;

    @BeforeAll
    static void installed() {
        assumeTrue(Mosquitto.installed(), Mosquitto.NEEDED);
        assumeTrue(PostgresServer.installed(), "needs PostgreSQL 15: apt-get install postgresql");
    }

    @Test
    void storeEachReportOnceAndAnswerItThoughOneIsKilled() throws Exception {
        TestSite site = new TestSite(directory);
        TerminalId counter = site.enrol("counter-1");
        Map<UUID, SealedReport> unanswered = new HashMap<>();
        for (int i = 0; i < REPORTS; i++) {
            SealedReport message = site.seal(TestReports.report(counter));
            unanswered.put(message.id(), message);
        }
        site.authority.writePem(directory, "localhost");
        try (PostgresServer server = new PostgresServer();
                Mosquitto broker = new Mosquitto(directory, accessList())) {
            server.create("hub");
            Map<String, Process> hubs = new HashMap<>();
            try {
                for (String name : HUBS) {
                    hubs.put(name, start(site, name, server, broker));
                }
                exchange(site, broker, unanswered, hubs);
                assertEquals(Map.of(), unanswered);
                assertEquals(REPORTS, count(server, "select count(*) from report"));
                assertEquals(REPORTS, count(server, "select count(distinct id) from report"));
                assertEquals(REPORTS, count(server, "select count(*) from receipt"));
                for (String name : HUBS) {
                    assertTrue(tookPart(name), name + " had a share");
                }
            } finally {
                hubs.values().forEach(hub -> hub.destroyForcibly().onExit().join());
            }
        }
    }

    /** The shipped one, with the paragraph of each more hub that it says how to make. */
    private static String accessList() throws IOException {
        String shipped = Files.readString(Mosquitto.SHIPPED.resolve("waypost.acl"));
        String own = shipped.substring(shipped.indexOf("user hub\n"));
        return shipped + own.replaceAll("(?m)hub$", "hub-2") + own.replaceAll("(?m)hub$", "hub-3");
    }

    /** Sends what has no receipt again every two seconds, as a courier does after a longer while. */
    private void exchange(
            TestSite site, Mosquitto broker, Map<UUID, SealedReport> unanswered, Map<String, Process> hubs)
            throws Exception {
        TerminalId counter = new TerminalId("counter-1");
        try (TestTerminal terminal =
                new TestTerminal(broker.address().getPort(), counter.value(), site.authority.context("counter-1"))) {
            terminal.subscribe(Topic.receipt(counter).text());
            for (int round = 0; round < 60 && !unanswered.isEmpty(); round++) {
                for (SealedReport message : List.copyOf(unanswered.values())) {
                    terminal.send(message);
                    if (round == 0 && unanswered.size() <= REPORTS * 2 / 3 && tookPart("hub-2")) {
                        killed(hubs);
                    }
                    take(site, terminal, unanswered, 0);
                }
                Eventually.holds(() -> tookPart("hub-2"));
                killed(hubs);
                take(site, terminal, unanswered, 2_000);
            }
        }
    }

    private boolean tookPart(String name) {
        return log(name).contains("stored as");
    }

    private static void killed(Map<String, Process> hubs) {
        Process victim = hubs.get("hub-2");
        if (victim != null && victim.isAlive()) {
            victim.destroyForcibly().onExit().join();
        }
    }

    /** Takes receipts until none comes for that long. */
    private static void take(TestSite site, TestTerminal terminal, Map<UUID, SealedReport> unanswered, long millis)
            throws Exception {
        for (SignedReceipt receipt = terminal.receipt(millis); receipt != null; receipt = terminal.receipt(millis)) {
            assertTrue(
                    receipt.receipt() instanceof Receipt.Stored || receipt.receipt() instanceof Receipt.AlreadyStored);
            SealedReport answered = unanswered.remove(receipt.report());
            assertTrue(answered == null || site.receiptVerifier().answers(receipt, answered));
        }
    }

    private Process start(TestSite site, String name, PostgresServer server, Mosquitto broker) throws Exception {
        TestAuthority.write(site.authority.identity(name), directory.resolve(name + ".p12"));
        Map<String, String> settings = TestSite.settings();
        settings.remove("data-directory");
        settings.remove("mqtt-port");
        settings.put("broker-embedded", "off");
        settings.put("broker-url", broker.address().toString());
        settings.put("store-url", server.url("hub"));
        settings.put("store-user", server.user());
        settings.put("store-password-file", server.passwordFile().toString());
        settings.put("tls-key-store", name + ".p12");
        Path file = Files.move(site.write(settings), directory.resolve(name + ".properties"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hub.class.getName(),
                        "serve",
                        "--settings",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(logFile(name).toFile())
                .start();
        Eventually.holds(() -> log(name).contains("the intake is connected") || !process.isAlive());
        assertTrue(process.isAlive(), () -> log(name));
        return process;
    }

    private Path logFile(String name) {
        return directory.resolve(name + ".log");
    }

    private String log(String name) {
        try {
            return Files.readString(logFile(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long count(PostgresServer server, String query) throws Exception {
        try (Connection connection = server.connect("hub");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertNotNull(row);
            row.next();
            return row.getLong(1);
        }
    }
}
