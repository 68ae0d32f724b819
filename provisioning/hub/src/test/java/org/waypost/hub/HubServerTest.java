package org.waypost.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Codec;
import org.waypost.contract.Health;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedHealth;
import org.waypost.contract.SignedReceipt;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;
import org.waypost.hub.fleet.Conduct;
import org.waypost.hub.fleet.HealthStore;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlHealthStore;
import org.waypost.hub.store.StoreAddress;
import org.waypost.testing.ExpectFailure;

class HubServerTest {
    @TempDir
    Path directory;

    private TestSite site;
    private TerminalId counter;

    @BeforeEach
    void enrol() throws Exception {
        site = new TestSite(directory);
        counter = site.enrol("counter-1");
    }

    private TestTerminal listening(HubServer hub) throws Exception {
        TestTerminal terminal = site.connect(hub, "counter-1");
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
        try (HubServer hub = site.start();
                TestTerminal terminal = listening(hub)) {
            Receipt.Stored first = answer(terminal, message, Receipt.Stored.class);
            Receipt.AlreadyStored second = answer(terminal, message, Receipt.AlreadyStored.class);
            assertEquals(1, first.number());
            assertEquals(new Receipt.AlreadyStored(first.number(), first.at()), second);
        }
    }

    @Test
    void refusesAnotherMessageUnderAKnownIdOrSequence() throws Exception {
        CaseReport report = TestReports.report(counter);
        try (HubServer hub = site.start();
                TestTerminal terminal = listening(hub)) {
            answer(terminal, site.seal(report, 1), Receipt.Stored.class);
            Receipt.Refused sameId = answer(terminal, site.seal(report, 2), Receipt.Refused.class);
            Receipt.Refused sameSequence =
                    answer(terminal, site.seal(TestReports.report(counter), 1), Receipt.Refused.class);
            assertEquals(Receipt.Reason.CONFLICT, sameId.reason());
            assertEquals(Receipt.Reason.CONFLICT, sameSequence.reason());
            Receipt.Stored next = answer(terminal, site.seal(TestReports.report(counter), 2), Receipt.Stored.class);
            assertTrue(next.number() > 1, "a number may be skipped, none is given twice");
        }
    }

    @Test
    void dropsWhatIsNotSignedByTheTerminalOfTheTopicAndKeepsRunning() throws Exception {
        SealedReport good = site.seal(TestReports.report(counter));
        SealedReport forged =
                new SealedReport(SealedReport.VERSION, UUID.randomUUID(), counter, 9, good.sealed(), good.signature());
        try (HubServer hub = site.start();
                TestTerminal terminal = listening(hub)) {
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
        Path key = directory.resolve("terminals/counter-1.json");
        Path aside = directory.resolve("aside.json");
        try (HubServer hub = site.start();
                TestTerminal terminal = listening(hub)) {
            Files.move(key, aside);
            terminal.report(message);
            Eventually.holds(() -> hub.counts().containsKey("UNKNOWN_TERMINAL"));
            Files.move(aside, key);
            answer(terminal, message, Receipt.Stored.class);
        }
    }

    @Test
    void keepsHowATerminalIsAndDropsWhatIsForgedOld() throws Exception {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        Health now = new Health(counter, hour, Optional.empty(), List.of());
        SignedHealth good = site.say(now);
        SignedHealth old = site.say(new Health(counter, hour.minus(1, ChronoUnit.HOURS), Optional.empty(), List.of()));
        SignedHealth forged = new SignedHealth(1, counter, old.health(), good.signature());
        try (HubServer hub = site.start();
                TestTerminal terminal = listening(hub)) {
            terminal.say(good);
            terminal.say(forged);
            terminal.say(old);
            Eventually.holds(() -> hub.counts().containsKey("STALE"));
            assertEquals(1, hub.counts().get("Noted"));
            assertEquals(1, hub.counts().get("BAD_SIGNATURE"));
        }
        try (Database store = Database.open(new StoreAddress.Directory(directory.resolve("data")))) {
            assertEquals(
                    List.of(now),
                    new SqlHealthStore(store)
                            .all().stream().map(HealthStore.Heard::health).toList());
        }
    }

    @Test
    void readsATerminalThatFloodsLessAndLessAndAnswersTheOtherOne() throws Exception {
        byte[] forged = Codec.write(new SealedReport(1, UUID.randomUUID(), site.enrol("counter-2"), 1, "AA", "AA"))
                .getBytes(UTF_8);
        try (HubServer hub = site.start();
                TestTerminal honest = listening(hub);
                TestTerminal flooding = site.connect(hub, "counter-2")) {
            for (int i = 0; i < 3_000; i++) {
                flooding.send("waypost/1/report/counter-2", forged);
                if (i % 300 == 0) {
                    answer(honest, site.seal(TestReports.report(counter)), Receipt.Stored.class);
                }
            }
            Eventually.holds(() ->
                    hub.counts().values().stream().mapToLong(Long::longValue).sum() == 3_010);
            assertEquals(10, hub.counts().get("Stored"));
            long read = hub.counts().getOrDefault("BAD_SIGNATURE", 0L);
            assertTrue(read >= Conduct.SLOWED_AT && read <= Conduct.QUARANTINED_AT + 2, "read " + read);
            assertEquals(3_000 - read, hub.counts().get("NOT_READ"));
        }
    }

    @Test
    @ExpectFailure(IllegalStateException.class)
    void answersNothingOfABatchThatWasNotStoredAndTakesItWhenItComesAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Interposed failingOnce = new Interposed(
                store -> batch -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("the disk is full");
                    }
                    return store.settle(batch);
                },
                sender -> sender);
        try (HubServer hub = site.start(failingOnce);
                TestTerminal terminal = listening(hub)) {
            SealedReport message = site.seal(TestReports.report(counter));
            terminal.report(message);
            Eventually.holds(() -> tries.get() == 1);
            assertNull(terminal.soon());
            assertEquals(Map.of(), hub.counts());
            SignedReceipt receipt = null;
            for (int i = 0; i < 20 && receipt == null; i++) {
                terminal.report(message);
                receipt = terminal.receipt(1_000);
            }
            assertNotNull(receipt);
            assertEquals(1, hub.counts().get("Stored"));
        }
    }

    @Test
    void sendsAfterARestartTheReceiptThatDidNotLeaveBefore() throws Exception {
        SealedReport message = site.seal(TestReports.report(counter));
        Interposed mute = new Interposed(store -> store, sender -> receipts -> List.of());
        try (HubServer hub = site.start(mute);
                TestTerminal terminal = listening(hub)) {
            terminal.report(message);
            Eventually.holds(() -> hub.counts().containsKey("Stored"));
            assertNull(terminal.soon());
        }
        Interposed held = new Interposed(
                store -> store,
                sender -> receipts -> Files.exists(directory.resolve("listening")) ? sender.send(receipts) : List.of());
        try (HubServer hub = site.start(held);
                TestTerminal terminal = listening(hub)) {
            Files.createFile(directory.resolve("listening"));
            SignedReceipt receipt = terminal.receipt();
            assertNotNull(receipt);
            assertInstanceOf(Receipt.Stored.class, receipt.receipt());
            assertTrue(site.receiptVerifier().answers(receipt, message));
        }
    }

    @Test
    void keepsNoStatementInClearOnDisk() throws Exception {
        String marker = "canary-7d1f3c";
        SealedReport message =
                site.seal(TestReports.report(counter, CaseReport.Urgency.CHILD, "said " + marker + " twice"));
        try (HubServer hub = site.start();
                TestTerminal terminal = listening(hub)) {
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
