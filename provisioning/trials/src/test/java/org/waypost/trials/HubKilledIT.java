package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.agent.audit.AuditChain;
import org.waypost.agent.report.Outbox;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport.Urgency;

/** The hub and its broker die at each point of a report's way: one report at the hub, one receipt at the terminal. */
// two programs start in it, and each wait has a limit of its own
@Timeout(value = 4, unit = TimeUnit.MINUTES)
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
            try (Program dying = HaltingHub.program(site, point, directory.resolve("dying.log"))) {
                dying.readyLine();
                terminal.start();
                report = terminal.file(Urgency.OTHER);
                Waiting.until("the hub halts at " + point, () -> !dying.handle().isAlive());
            }
            if (point.compareTo(HaltingHub.Point.ANSWERED_NOT_NOTED) < 0) {
                assertFalse(terminal.confirmed(report), "nothing confirmed it before");
            }
            try (Program hub = site.hub(Site.cached(site.hubJar()))) {
                hub.readyLine();
                Waiting.until("the receipt comes once the hub is back", () -> terminal.confirmed(report));
                assertEquals(1, Rows.count(site.hubStore(), "select count(*) from report"));
                assertEquals(1, Rows.count(site.hubStore(), "select count(distinct digest) from receipt"));
            }
            List<Outbox.Row> rows = terminal.outbox().rows();
            assertEquals(1, rows.size());
            assertEquals(1, Rows.count(site.terminalStore(), confirmations()));
            assertTrue(new AuditChain(terminal.store()).verify() instanceof AuditChain.Verdict.Intact);
        }
    }

    private static String confirmations() {
        return "select count(*) from audit where action = 'REPORT_CONFIRMED'";
    }
}
