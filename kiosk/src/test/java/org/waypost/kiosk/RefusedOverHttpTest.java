package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.report.DeadLetters;
import org.waypost.agent.report.Mailbox;
import org.waypost.agent.report.SqliteOutbox;
import org.waypost.agent.settings.Settings;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Receipt;
import org.waypost.contract.Statement;

/** More reports were refused than fit on a sheet: a technician sees how many, why, and puts down their name. */
class RefusedOverHttpTest {
    private static final int REFUSED = DeadLetters.SHEET + 3;

    @TempDir
    Path directory;

    private Installation installation;
    private UUID first;
    private UUID last;

    @BeforeEach
    void refused() throws Exception {
        installation = Installation.in(directory.resolve("terminal"));
        Settings settings = Settings.read(installation.settings());
        try (TerminalStore store = TerminalStore.open(settings.files().store(), InstantSource.system())) {
            SqliteOutbox outbox = new SqliteOutbox(
                    store,
                    Credentials.of(settings.keys()).outbox(),
                    settings.files().outbox(),
                    new Mailbox(),
                    InstantSource.system());
            first = refuse(outbox, settings.office(), Receipt.Reason.CONFLICT);
            for (int i = 2; i < REFUSED; i++) {
                refuse(outbox, settings.office(), Receipt.Reason.CONFLICT);
            }
            last = refuse(outbox, settings.office(), Receipt.Reason.NOT_FOR_THIS_DESK);
        }
    }

    private UUID refuse(SqliteOutbox outbox, Settings.Office office, Receipt.Reason reason) {
        Instant now = Instant.now();
        CaseReport report = new CaseReport(
                UUID.randomUUID(),
                new CaseReport.Filing(office.terminal(), "R-0417", office.duty().law(), now, now),
                CaseReport.Urgency.OTHER,
                CaseReport.Protected.PARTY_A,
                List.of(new Statement(Statement.Source.OBSERVED, Optional.empty(), "example")),
                List.of(),
                new CaseReport.Handling(
                        CaseReport.Companion.NOT_KNOWN, "", "", "", "", CaseReport.Interpreter.NOT_USED),
                Set.of(CaseReport.Recipient.POLICE));
        outbox.put(report, new AuditEvent(now, "R-0417", AuditEvent.Action.REPORT_FILED, report.id(), ""));
        outbox.confirm(installation.receipt(outbox.next().orElseThrow(), new Receipt.Refused(reason)));
        return report.id();
    }

    private static String hidden(String page, String name) {
        return page.replaceFirst("(?s).*name=\"" + name + "\" value=\"([^\"]*)\".*", "$1");
    }

    @Test
    void aTechnicianPagesThroughThemAndPutsDownTheirName() throws Exception {
        try (Counter counter = Counter.at(installation)) {
            String told = counter.hands.page("/technician");
            assertTrue(told.contains("中心未接收：53 份，其中技术人员尚未查看：53 份"), told);
            assertFalse(told.contains(first.toString()), "control: the newest rows do not have it");
            String sheet = counter.hands.page("/technician/refused");
            assertTrue(sheet.contains(last.toString()) && sheet.contains("请带来受理台现用的公钥"), sheet);
            assertFalse(sheet.contains(first.toString()) || sheet.contains("example"));
            assertTrue(sheet.contains("?sheet=1"));
            String[] seen = {
                "sheet", "1", "from", hidden(sheet, "from"), "until", hidden(sheet, "until"), "technician", " "
            };
            assertEquals(400, counter.hands.post("/technician/refused", seen).statusCode());
            seen[seen.length - 1] = "technician-zhao";
            String next = counter.hands.done("/technician/refused", seen);
            assertTrue(next.contains(first.toString()) && next.contains("尚未查看：3 份"), next);
            assertTrue(installation.stored().contains("REFUSED_SEEN"));
            assertEquals(403, counter.clerk.get("/technician/refused").statusCode());
            assertEquals(400, counter.hands.get("/technician/refused?sheet=-1").statusCode());
            assertTrue(counter.hands.page("/technician/refused?sheet=99").contains("没有被拒收的报告"));
        }
    }
}
