package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.agent.audit.AuditChain;
import org.waypost.agent.report.Outbox;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport.Urgency;

/** The hub and its broker die at each point of a report's way: one report at the hub, one receipt at the terminal. */
class HubKilledIT {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(HaltingHub.Point.class)
    void theReportIsThereOnceAndItsReceiptToo(HaltingHub.Point point)
            throws IOException, InterruptedException, SQLException {
        Site site = Site.make(directory.resolve("site"));
        try (Dispatch terminal = new Dispatch(Settings.read(site.terminalSettings()))) {
            UUID report;
            try (Program dying = dying(site, point)) {
                dying.readyLine();
                terminal.start();
                report = terminal.file(Urgency.OTHER);
                assertTrue(ended(dying), "the hub halts at " + point);
            }
            assertFalse(terminal.confirmed(report), "nothing confirmed it before");
            try (Program hub = site.hub()) {
                hub.readyLine();
                awaitReceipt(terminal, report);
                assertEquals(1, number(site.hubStore(), "select count(*) from report"));
                assertEquals(1, number(site.hubStore(), "select count(distinct digest) from receipt"));
            }
            List<Outbox.Row> rows = terminal.outbox().rows();
            assertEquals(1, rows.size());
            assertEquals(1, number(site.terminalStore(), confirmations()));
            assertTrue(new AuditChain(terminal.store()).verify() instanceof AuditChain.Verdict.Intact);
        }
    }

    private static String confirmations() {
        return "select count(*) from audit where action = 'REPORT_CONFIRMED'";
    }

    private Program dying(Site site, HaltingHub.Point point) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                HaltingHub.class.getName(),
                point.name(),
                site.hubSettings().toString());
        return new Program(command, directory.resolve("dying.log"), "hub ready to halt");
    }

    private static boolean ended(Program program) throws InterruptedException {
        for (int waited = 0; program.handle().isAlive() && waited < 20_000; waited += 20) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return !program.handle().isAlive();
    }

    private static void awaitReceipt(Dispatch terminal, UUID report) throws InterruptedException {
        for (int waited = 0; !terminal.confirmed(report) && waited < 60_000; waited += 20) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertTrue(terminal.confirmed(report), "the receipt comes once the hub is back");
    }

    private static long number(Path file, String query) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.getLong(1);
        }
    }
}
