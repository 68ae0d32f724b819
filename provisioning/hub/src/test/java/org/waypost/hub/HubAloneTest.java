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

/** A hub of its own for each: what is interposed, what is left after it has ended, who floods it. */
class HubAloneTest {
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
    void keepsHowATerminalIsAndDropsWhatIsForgedOld() throws Exception {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        Health now = new Health(counter, hour, Optional.empty(), Optional.empty(), List.of());
        SignedHealth good = site.say(now);
        SignedHealth old = site.say(
                new Health(counter, hour.minus(1, ChronoUnit.HOURS), Optional.empty(), Optional.empty(), List.of()));
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
            Eventually.holds(() -> hub.counts().getOrDefault("NOT_READ", 0L) > 2_900);
            assertEquals(10, hub.counts().get("Stored"));
            long read = hub.counts().getOrDefault("BAD_SIGNATURE", 0L);
            assertTrue(read >= Conduct.SLOWED_AT && read <= Conduct.QUARANTINED_AT + 30, "read " + read);
        }
    }

    @Test
    @ExpectFailure(IllegalStateException.class)
    void answersNothingOfABatchThatWasNotStoredAndTakesItWhenItComesAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Interposed failingOnce = new Interposed(
                store -> (Settling) batch -> {
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
}
