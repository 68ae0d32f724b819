package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.report.Mailbox;
import org.waypost.agent.report.Notices;
import org.waypost.agent.report.Outbox;
import org.waypost.agent.report.SqliteOutbox;
import org.waypost.agent.settings.Settings;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.Amendment;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Codec;
import org.waypost.contract.Notice;
import org.waypost.contract.Progress;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedReceipt;
import org.waypost.contract.Statement;

/** A terminal that is switched on with two reports of the days before: one the hub has, one it has not. */
class DutyTest {
    private final Instant seen = Instant.now().minus(Duration.ofDays(2));

    @TempDir
    Path directory;

    private Installation installation;
    private UUID waiting;
    private SignedReceipt receipt;

    @BeforeEach
    void filed() throws Exception {
        installation = Installation.in(directory.resolve("terminal"));
        Settings settings = Settings.read(installation.settings());
        try (TerminalStore store = TerminalStore.open(settings.files().store(), InstantSource.system())) {
            SqliteOutbox outbox = new SqliteOutbox(
                    store,
                    Credentials.of(settings.keys()).outbox(),
                    settings.files().outbox(),
                    new Mailbox(),
                    InstantSource.system());
            put(outbox, settings.office());
            receipt = installation.receipt(outbox.next().orElseThrow(), new Receipt.Stored(4711, seen));
            outbox.confirm(receipt);
            waiting = put(outbox, settings.office());
            Credentials keys = Credentials.of(settings.keys());
            new Notices(store, keys.notices(), InstantSource.system())
                    .take(installation.notice(new Notice(receipt.report(), 1, Progress.QUESTION, seen)));
        }
    }

    private UUID put(SqliteOutbox outbox, Settings.Office office) {
        CaseReport report = new CaseReport(
                UUID.randomUUID(),
                new CaseReport.Filing(office.terminal(), "R-0417", office.duty().law(), seen, seen),
                Urgency.OTHER,
                CaseReport.Protected.PARTY_A,
                List.of(new Statement(Statement.Source.OBSERVED, Optional.empty(), "example")),
                List.of(),
                new CaseReport.Handling(
                        CaseReport.Companion.NOT_KNOWN, "", "", "", "", CaseReport.Interpreter.NOT_USED),
                Set.of(CaseReport.Recipient.POLICE));
        outbox.put(report, new AuditEvent(seen, "R-0417", AuditEvent.Action.REPORT_FILED, report.id(), ""));
        return report.id();
    }

    @Test
    void staffAreToldWhatIsOverdueAndWhomToTellAndThePartiesAreNot() throws Exception {
        try (Counter counter = Counter.at(installation)) {
            String screen = counter.clerk.page("/clerk");
            assertTrue(screen.contains("1 份报告已超过时限") && screen.contains("主管，电话 5551"), screen);
            assertTrue(counter.hands.page("/technician").contains("1 份报告已超过时限"));
            assertFalse(counter.party.page("/party").contains("时限"));
            assertTrue(accountedFor());

            String encounter = counter.open();
            assertFalse(counter.clerk.page("/clerk").contains("报告应于"));
            counter.raised(encounter, "example");
            assertTrue(counter.clerk.page("/clerk").contains("报告应于"));
        }
    }

    private boolean accountedFor() throws IOException, InterruptedException {
        for (int i = 0; i < 100 && !installation.stored().contains("REPORT_OVERDUE"); i++) {
            Thread.sleep(100);
        }
        return installation.stored().contains("REPORT_OVERDUE");
    }

    @Test
    void staffSeeWhatBecameOfEachReportAndThePartiesDoNot() throws Exception {
        try (Counter counter = Counter.at(installation)) {
            String list = counter.clerk.page("/clerk/reports");
            assertTrue(list.contains("受理台有疑问，请致电") && list.contains("/clerk/proof/" + receipt.report()), list);
            assertTrue(list.contains("应于") && !list.contains("/clerk/proof/" + waiting), list);
            assertFalse(list.contains("example") || list.contains("R-0417"));
            assertTrue(counter.clerk.page("/clerk").contains("受理台对 1 份报告有疑问"));
            assertFalse(counter.party.page("/party").contains("受理台"));
            assertEquals(403, counter.party.get("/clerk/reports").statusCode());
        }
    }

    @Test
    void aNamedRegistrarCorrectsAndWithdrawsWhatTheHubHas() throws Exception {
        try (Counter counter = Counter.at(installation)) {
            UUID report = receipt.report();
            assertTrue(counter.clerk.page("/clerk/reports").contains("/clerk/amend/" + report));
            assertTrue(counter.clerk.page("/clerk/amend/" + report).contains("更正报告"));
            assertEquals(404, counter.clerk.get("/clerk/amend/" + waiting).statusCode());
            String[] withdrawal = withdrawal(report, UUID.randomUUID());
            counter.clerk.done("/clerk/withdraw", withdrawal);
            assertTrue(counter.clerk.done("/clerk/withdraw", withdrawal).contains("更改"));
            assertEquals(
                    400,
                    counter.clerk.post("/clerk/correct", correction(report, "")).statusCode());
            counter.clerk.done("/clerk/correct", correction(report, "uncle-canary"));
            assertEquals(
                    409,
                    counter.clerk
                            .post("/clerk/withdraw", withdrawal(waiting, UUID.randomUUID()))
                            .statusCode());
            assertEquals(403, counter.party.post("/clerk/withdraw", withdrawal).statusCode());
            counter.clerk.done("/clerk/leave");
            assertEquals(
                    403,
                    counter.clerk
                            .post("/clerk/withdraw", withdrawal(report, UUID.randomUUID()))
                            .statusCode());
            String stored = installation.stored();
            assertTrue(stored.contains("REPORT_WITHDRAWN") && stored.contains("REPORT_CORRECTED"));
            assertFalse(stored.contains("uncle-canary"), "sealed before it is stored");
        }
        assertEquals(4, rows());
    }

    private int rows() {
        return withOutbox(outbox -> outbox.rows().size());
    }

    private <T> T withOutbox(Function<SqliteOutbox, T> use) {
        Settings settings = Settings.read(installation.settings());
        try (TerminalStore store = TerminalStore.open(settings.files().store(), InstantSource.system())) {
            return use.apply(new SqliteOutbox(
                    store,
                    Credentials.of(settings.keys()).outbox(),
                    settings.files().outbox(),
                    new Mailbox(),
                    InstantSource.system()));
        }
    }

    @Test
    void staffAreToldToCallTheDeskWhenTheHubNoLongerHoldsTheCase() throws Exception {
        Amendment late = new Amendment(
                UUID.randomUUID(),
                receipt.report(),
                new Amendment.Author(receipt.terminal(), "R-0417", seen),
                "two cases mixed up",
                new Amendment.Withdrawal(Amendment.Cause.ANOTHER_CASE));
        withOutbox(outbox -> refused(outbox, late));
        try (Counter counter = Counter.at(installation)) {
            String list = counter.clerk.page("/clerk/reports");
            assertTrue(list.contains("中心已不再保存此案") && list.contains("请致电受理单位"), list);
            assertFalse(list.contains("请联系技术人员"), list);
        }
    }

    private Outbox.Confirmation refused(SqliteOutbox outbox, Amendment amendment) {
        assertEquals(Outbox.Amending.SAVED, outbox.amend(amendment));
        SealedReport sent = outbox.due(Set.of(), 10, Codec.MESSAGE_MAX).stream()
                .filter(message -> message.id().equals(amendment.id()))
                .findFirst()
                .orElseThrow();
        return outbox.confirm(installation.receipt(sent, new Receipt.Refused(Receipt.Reason.NO_SUCH_REPORT)));
    }

    private static String[] withdrawal(UUID report, UUID amendment) {
        return new String[] {
            "report", report + "", "amendment", amendment + "", "cause", "ANOTHER_CASE", "reason", "两案弄混"
        };
    }

    private static String[] correction(UUID report, String words) {
        List<String> form =
                new ArrayList<>(List.of("report", report + "", "amendment", UUID.randomUUID() + "", "reason", "看错了"));
        for (int place = 1; place <= 5; place++) {
            form.addAll(List.of("source" + place, place == 1 ? "OBSERVED" : "", "indicator" + place, ""));
            form.addAll(List.of("words" + place, place == 1 ? words : ""));
        }
        return form.toArray(String[]::new);
    }

    @Test
    void whatTheHubHasCanBePrintedAndNothingElse() throws Exception {
        try (Counter counter = Counter.at(installation)) {
            String proof = counter.clerk.page("/clerk/proof/" + receipt.report());
            for (String shown : List.of(
                    receipt.report().toString(),
                    receipt.digest(),
                    receipt.signature(),
                    "4711",
                    "counter-1",
                    "婚姻登记条例",
                    "示例市婚姻登记处")) {
                assertTrue(proof.contains(shown), shown);
            }
            assertFalse(proof.contains("example") || proof.contains("R-0417"));
            assertEquals(404, counter.clerk.get("/clerk/proof/" + waiting).statusCode());
            assertEquals(400, counter.clerk.get("/clerk/proof/first").statusCode());
            assertEquals(
                    403, counter.party.get("/clerk/proof/" + receipt.report()).statusCode());
        }
    }
}
