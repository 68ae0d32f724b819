package org.waypost.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedReceipt;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;

/** One hub for all: what it answers, refuses and drops. Each test is a terminal of its own. */
class HubServerTest {
    @TempDir
    static Path directory;

    private static @Nullable TestSite installed;
    private static @Nullable HubServer started;
    private static int enrolled;

    private TestSite site;
    private HubServer hub;
    private TerminalId counter;

    @BeforeAll
    static void start() throws Exception {
        installed = new TestSite(directory);
        started = installed.start();
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(started).close();
    }

    @BeforeEach
    void enrol() throws Exception {
        site = Objects.requireNonNull(installed);
        hub = Objects.requireNonNull(started);
        counter = site.enrol("counter-" + ++enrolled);
    }

    private TestTerminal listening() throws Exception {
        TestTerminal terminal = site.connect(hub, counter.value());
        assertTrue(terminal.subscribe(Topic.receipt(counter).text()) <= 1);
        return terminal;
    }

    private <R extends Receipt> R answer(TestTerminal terminal, SealedReport message, Class<R> type) throws Exception {
        terminal.report(message);
        SignedReceipt receipt = terminal.receipt();
        assertNotNull(receipt);
        assertTrue(site.receiptVerifier().answers(receipt, message));
        return assertInstanceOf(type, receipt.receipt());
    }

    @Test
    void answersAReportWithASignedReceiptAndTheSameReportWithTheSameNumber() throws Exception {
        SealedReport message = site.seal(TestReports.report(counter));
        try (TestTerminal terminal = listening()) {
            Receipt.Stored first = answer(terminal, message, Receipt.Stored.class);
            Receipt.AlreadyStored second = answer(terminal, message, Receipt.AlreadyStored.class);
            assertTrue(first.number() > 0);
            assertEquals(new Receipt.AlreadyStored(first.number(), first.at()), second);
        }
    }

    @Test
    void refusesAnotherMessageUnderAKnownIdOrSequence() throws Exception {
        CaseReport report = TestReports.report(counter);
        try (TestTerminal terminal = listening()) {
            Receipt.Stored first = answer(terminal, site.seal(report, 1), Receipt.Stored.class);
            Receipt.Refused sameId = answer(terminal, site.seal(report, 2), Receipt.Refused.class);
            Receipt.Refused sameSequence =
                    answer(terminal, site.seal(TestReports.report(counter), 1), Receipt.Refused.class);
            assertEquals(Receipt.Reason.CONFLICT, sameId.reason());
            assertEquals(Receipt.Reason.CONFLICT, sameSequence.reason());
            Receipt.Stored next = answer(terminal, site.seal(TestReports.report(counter), 2), Receipt.Stored.class);
            assertTrue(next.number() > first.number(), "a number may be skipped, none is given twice");
        }
    }

    @Test
    void dropsWhatIsNotSignedByTheTerminalOfTheTopicAndKeepsRunning() throws Exception {
        SealedReport good = site.seal(TestReports.report(counter));
        SealedReport forged =
                new SealedReport(SealedReport.VERSION, UUID.randomUUID(), counter, 9, good.sealed(), good.signature());
        try (TestTerminal terminal = listening()) {
            terminal.report(forged);
            terminal.publish(Topic.report(counter).text(), "{}".getBytes(UTF_8));
            answer(terminal, good, Receipt.Stored.class);
            assertEquals(1, hub.counts().get("BAD_SIGNATURE"));
            assertEquals(1, hub.counts().get("MALFORMED"));
        }
    }

    @Test
    void dropsATerminalWhoseKeyIsNotThere() throws Exception {
        SealedReport message = site.seal(TestReports.report(counter));
        Path key = directory.resolve("terminals/" + counter.value() + ".json");
        Path aside = directory.resolve("aside.json");
        try (TestTerminal terminal = listening()) {
            Files.move(key, aside);
            terminal.report(message);
            Eventually.holds(() -> hub.counts().containsKey("UNKNOWN_TERMINAL"));
            Files.move(aside, key);
            answer(terminal, message, Receipt.Stored.class);
        }
    }

    @Test
    void keepsNoStatementInClearOnDisk() throws Exception {
        String marker = "canary-7d1f3c";
        SealedReport message =
                site.seal(TestReports.report(counter, CaseReport.Urgency.CHILD, "said " + marker + " twice"));
        try (TestTerminal terminal = listening()) {
            answer(terminal, message, Receipt.Stored.class);
            assertTrue(found(message.sealed().substring(0, 40)));
            assertTrue(!found(marker));
        }
    }

    private boolean found(String text) throws Exception {
        try (var files = Files.list(directory.resolve("data"))) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }
}
