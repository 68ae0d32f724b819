package org.waypost.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.Codec;
import org.waypost.contract.KeyFile;
import org.waypost.contract.Receipt;
import org.waypost.contract.ReceiptSigner;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.ReportSealer;
import org.waypost.contract.SealedReport;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;
import org.waypost.hub.fleet.Fleet;
import org.waypost.hub.fleet.Refusal;
import org.waypost.hub.intake.Intake;
import org.waypost.hub.intake.Keeping;
import org.waypost.hub.intake.KeyDirectory;
import org.waypost.hub.intake.Tally;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlCaseStore;
import org.waypost.hub.store.SqlCases;
import org.waypost.hub.store.SqlHealthStore;
import org.waypost.hub.store.SqlNoticeOutbox;
import org.waypost.hub.store.SqlQuarantines;
import org.waypost.hub.store.StoreAddress;

/** Messages that nobody sent, that came before, or that are none: what the intake makes of them, without a broker. */
class ForgeryTest {
    private static final int FORGED = 10_000;
    private static final int REPORTS = 20;

    @TempDir
    Path directory;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T08:00:00Z"));
    private final Tally tally = new Tally();
    private final KeysetHandle thief = KeyFile.newSigningKey();
    private TestSite site;
    private TerminalId counter;
    private Database database;
    private Intake intake;

    ForgeryTest() throws GeneralSecurityException {}

    @BeforeEach
    void open() throws Exception {
        site = new TestSite(directory);
        counter = site.enrol("counter-1");
        site.enrol("counter-2");
        database = Database.open(new StoreAddress.Directory(directory.resolve("data")));
        KeyDirectory terminals = new KeyDirectory(directory.resolve("terminals"));
        intake = new Intake(
                terminals,
                new ReportOpener(site.desk),
                new Keeping(
                        new SqlCaseStore(database, new ReceiptSigner(new Signer(site.receipts)), now::get),
                        new Fleet(
                                new SqlHealthStore(database),
                                new SqlQuarantines(database, now::get),
                                terminals::enrolled,
                                now::get),
                        new SqlNoticeOutbox(database, now::get)),
                tally);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Intake.Outcome receive(String topic, byte[] payload) {
        return intake.receive(List.of(IntakeScene.message(topic, payload))).getFirst();
    }

    /** As {@link #receive}, so long after the last that its fault is forgiven: all of them are read. */
    private Intake.Outcome receiveLater(String topic, byte[] payload) {
        now.updateAndGet(before -> before.plus(Duration.ofMinutes(1)));
        return receive(topic, payload);
    }

    private int rows() {
        return new SqlCases(database, new Signer(site.receipts), now::get)
                .inbox(10_000)
                .size();
    }

    private static byte[] json(SealedReport message) {
        return Codec.write(message).getBytes(UTF_8);
    }

    @Test
    void noneOfTenThousandForgedMessagesIsTaken() throws GeneralSecurityException {
        SealedReport good = site.seal(TestReports.report(counter));
        List<SealedReport> stolen = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            stolen.add(signedBy(thief, good));
        }
        Map<String, Integer> expected = new TreeMap<>();
        for (int i = 0; i < FORGED; i++) {
            Forged forged = forged(good, stolen, i);
            Intake.Dropped dropped =
                    assertInstanceOf(Intake.Dropped.class, receiveLater(forged.topic, json(forged.message)));
            assertEquals(forged.reason, dropped.reason());
            expected.merge(forged.reason.name(), 1, Integer::sum);
        }
        assertEquals(expected.toString(), tally.counts().toString());
        assertEquals(0, rows());
        assertInstanceOf(Intake.Answered.class, receive("waypost/1/report/counter-1", json(good)), "control");
        assertEquals(1, rows());
    }

    private record Forged(String topic, SealedReport message, Refusal reason) {}

    private Forged forged(SealedReport good, List<SealedReport> stolen, int i) {
        String own = Topic.report(counter).text();
        return switch (i % 8) {
            case 0 -> badlySigned(own, stolen.get(i % stolen.size()));
            case 1 -> badlySigned("waypost/1/report/counter-2", good);
            case 2 -> badlySigned(own, with(good, UUID.randomUUID(), good.sequence(), good.sealed()));
            case 3 -> badlySigned(own, with(good, good.id(), good.sequence() + i, good.sealed()));
            case 4 -> badlySigned(own, with(good, good.id(), good.sequence(), flipped(good.sealed(), i)));
            case 5 -> badlySigned(own, resigned(good, flipped(good.signature(), i % 80)));
            case 6 -> new Forged("waypost/1/report/counter-9", good, Refusal.UNKNOWN_TERMINAL);
            default -> new Forged("waypost/1/receipt/counter-1", good, Refusal.NOT_A_TERMINALS_TOPIC);
        };
    }

    private static Forged badlySigned(String topic, SealedReport message) {
        return new Forged(topic, message, Refusal.BAD_SIGNATURE);
    }

    private SealedReport signedBy(KeysetHandle key, SealedReport good) throws GeneralSecurityException {
        return new ReportSealer(new Signer(key), site.desk.getPublicKeysetHandle())
                .seal(TestReports.report(counter), good.sequence());
    }

    private static SealedReport with(SealedReport good, UUID id, long sequence, String sealed) {
        return new SealedReport(SealedReport.VERSION, id, good.terminal(), sequence, sealed, good.signature());
    }

    private static SealedReport resigned(SealedReport good, String signature) {
        return new SealedReport(
                SealedReport.VERSION, good.id(), good.terminal(), good.sequence(), good.sealed(), signature);
    }

    private static String flipped(String text, int seed) {
        int at = seed % (text.length() - 1); // the last character has bits that mean nothing
        return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
    }

    @Test
    void aReportThatComesAgainIsAnsweredAgainAndKeptOnce() throws GeneralSecurityException {
        List<byte[]> reports = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            reports.add(json(site.seal(TestReports.report(counter))));
            assertInstanceOf(Receipt.Stored.class, answer(reports.getLast()));
        }
        Instant then = now.get();
        for (Duration later : List.of(Duration.ofSeconds(1), Duration.ofDays(1), Duration.ofDays(365))) {
            now.set(then.plus(later));
            for (int i = 0; i < REPORTS; i++) {
                assertEquals(new Receipt.AlreadyStored(i + 1, then), answer(reports.get(i)), later.toString());
            }
        }
        assertEquals(REPORTS, rows());
        assertEquals(Map.of("Stored", 20L, "AlreadyStored", 60L), tally.counts());
    }

    private Receipt answer(byte[] message) {
        return assertInstanceOf(Intake.Answered.class, receive("waypost/1/report/counter-1", message))
                .receipt();
    }

    @Test
    void whatIsTooLongTooDeepOrNoMessageIsRefused() throws GeneralSecurityException {
        String good = Codec.write(site.seal(TestReports.report(counter)));
        for (String text : List.of(
                "x".repeat(64 << 20),
                "[".repeat(100_000),
                "[".repeat(60_000),
                "{\"id\":".repeat(10_000),
                "{\"version\": NaN}",
                "{\"version\": " + "9".repeat(60_000) + "}",
                "{\"version\": 1e999999999}",
                good.replaceFirst("\\{", "{\"version\":1,"),
                good.replaceFirst("\"sealed\":\"", "\"sealed\":\"\\\\ud800"),
                good + good,
                "")) {
            byte[] payload = text.getBytes(UTF_8);
            assertEquals(
                    new Intake.Dropped(Refusal.MALFORMED),
                    receiveLater("waypost/1/report/counter-1", payload),
                    () -> text.substring(0, Math.min(40, text.length())));
        }
        assertEquals(0, rows());
    }
}
