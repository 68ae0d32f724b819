package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.report.Mailbox;
import org.waypost.agent.report.Outbox;
import org.waypost.agent.report.Outbox.Confirmation;
import org.waypost.agent.report.OutboxKeys;
import org.waypost.agent.report.OutboxSize;
import org.waypost.agent.report.SqliteOutbox;
import org.waypost.agent.settings.Settings;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Codec;
import org.waypost.contract.KeyFile;
import org.waypost.contract.KeySuccession;
import org.waypost.contract.KeySuccession.Step;
import org.waypost.contract.Receipt;
import org.waypost.contract.ReceiptSigner;
import org.waypost.contract.ReceiptVerifier;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.ReportSealer;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedReceipt;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;
import org.waypost.contract.Verifier;
import org.waypost.hub.fleet.Fleet;
import org.waypost.hub.intake.Incoming;
import org.waypost.hub.intake.Intake;
import org.waypost.hub.intake.Keeping;
import org.waypost.hub.intake.KeyDirectory;
import org.waypost.hub.intake.Tally;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlCaseStore;
import org.waypost.hub.store.SqlHealthStore;
import org.waypost.hub.store.SqlNoticeOutbox;
import org.waypost.hub.store.SqlQuarantines;
import org.waypost.hub.store.SqlReceiptOutbox;
import org.waypost.hub.store.StoreAddress;

/** A terminal's outbox and a hub's intake, both running, while keys are changed below them and carried by hand. */
class KeyRotationTest {
    private static final TerminalId COUNTER = new TerminalId("counter-1");
    private static final Settings.Office OFFICE = Inventions.office(COUNTER);
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    @TempDir
    Path directory;

    private KeySuccession desk;
    private KeySuccession receipts;
    private KeySuccession signing;
    private TerminalStore terminal;
    private Outbox outbox;
    private Database database;
    private Intake intake;
    private SqlReceiptOutbox answers;

    @BeforeEach
    void open() throws Exception {
        desk = new KeySuccession(made("desk"));
        desk.keys().writePrivate(KeyFile.newSealingKey());
        receipts = new KeySuccession(made("receipt"));
        receipts.keys().writePrivate(KeyFile.newSigningKey());
        signing = new KeySuccession(made("signing"));
        signing.keys().writePrivate(KeyFile.newSigningKey());
        for (KeySuccession keys : List.of(desk, receipts, signing)) {
            keys.publicKeys().writePublic(keys.keys().read());
            carry(keys);
        }
        openTerminal();
        openHub();
    }

    private KeyFile made(String name) {
        return new KeyFile(directory.resolve(name + ".json"));
    }

    /** Where the public half of a key is used: the hub's of the terminal, the terminal's of the hub. */
    private Path carried(KeySuccession keys) {
        return keys.equals(signing)
                ? directory.resolve("terminals").resolve(COUNTER + ".json")
                : directory.resolve("carried-" + keys.publicKeys().path().getFileName());
    }

    private void carry(KeySuccession keys) throws Exception {
        Files.createDirectories(directory.resolve("terminals"));
        Files.copy(keys.publicKeys().path(), carried(keys), StandardCopyOption.REPLACE_EXISTING);
    }

    private void openTerminal() {
        terminal = TerminalStore.open(directory.resolve("terminal.db"), () -> NOW);
        ReportSealer sealer = new ReportSealer(new Signer(signing.keys()), new KeyFile(carried(desk)));
        ReceiptVerifier hub = new ReceiptVerifier(new Verifier(new KeyFile(carried(receipts))));
        outbox = new SqliteOutbox(
                terminal, new OutboxKeys(sealer, hub), new OutboxSize(OutboxSize.SMALLEST), new Mailbox(), () -> NOW);
    }

    private void openHub() {
        database = Database.open(new StoreAddress.Directory(directory.resolve("data")));
        Fleet fleet =
                new Fleet(new SqlHealthStore(database), new SqlQuarantines(database, () -> NOW), List::of, () -> NOW);
        ReceiptSigner signer = new ReceiptSigner(new Signer(receipts.keys()));
        answers = new SqlReceiptOutbox(database, () -> NOW);
        intake = new Intake(
                new KeyDirectory(directory.resolve("terminals")),
                new ReportOpener(desk.keys()),
                new Keeping(
                        new SqlCaseStore(database, signer, () -> NOW), fleet, new SqlNoticeOutbox(database, () -> NOW)),
                new Tally());
    }

    @AfterEach
    void close() {
        terminal.close();
        database.close();
    }

    private UUID file() {
        CaseReport report = Inventions.report(UUID.randomUUID(), OFFICE, CaseReport.Urgency.CHILD, NOW);
        AuditEvent event =
                new AuditEvent(NOW, "registrar-1", AuditEvent.Action.REPORT_FILED, UUID.randomUUID(), report.id() + "");
        assertInstanceOf(Outbox.Put.Saved.class, outbox.put(report, event));
        return report.id();
    }

    /** Everything that is queued travels, and each answer comes back. */
    private List<Confirmation> exchange() {
        for (SealedReport message : outbox.due(Set.of(), 100, Codec.MESSAGE_MAX)) {
            intake.receive(List.of(new Arrived(message)));
            outbox.published(message.id());
        }
        List<SignedReceipt> sent = answers.claim(100, Duration.ofSeconds(15));
        answers.sent(sent);
        return sent.stream().map(outbox::confirm).toList();
    }

    private void confirmsAll(int count) {
        List<Confirmation> confirmed = exchange();
        assertEquals(count, confirmed.size());
        confirmed.forEach(one -> assertInstanceOf(Confirmation.Confirmed.class, one));
        assertEquals(0, outbox.backlog().waiting());
    }

    private static void activate(KeySuccession keys) throws Exception {
        assertEquals(Step.DONE, keys.activate(NOW));
    }

    @Test
    void whatIsQueuedWhenTheDeskKeyRotatesIsStoredAtEveryStep() throws Exception {
        file();
        assertEquals(Step.DONE, desk.add());
        file();
        activate(desk);
        file();
        confirmsAll(3);
        file();
        carry(desk);
        file();
        confirmsAll(2);
        desk.remove(desk.former().getFirst());
        file();
        confirmsAll(1);
    }

    /** The control: a key dropped at once loses what waits for it, and says so. */
    @Test
    void whatIsSealedToARemovedKeyIsRefusedAndStaysInSight() throws Exception {
        UUID report = file();
        desk.add();
        activate(desk);
        desk.remove(desk.former().getFirst());
        assertEquals(List.of(new Confirmation.Dead(report, Receipt.Reason.NOT_FOR_THIS_DESK)), exchange());
        Outbox.Row row = outbox.rows().getFirst();
        assertEquals(report, row.report());
        assertTrue(row.refused().isPresent() && row.confirmed().isEmpty());
        assertTrue(outbox.backlog().bytes() > 0, "its message is kept");
    }

    @Test
    void receiptsCountAtEveryStepAndWhoLacksTheNewSetLosesNothing() throws Exception {
        file();
        assertEquals(Step.DONE, receipts.add());
        confirmsAll(1);
        file();
        activate(receipts);
        assertInstanceOf(Confirmation.Ignored.class, exchange().getFirst(), "activated before the set was carried");
        assertEquals(1, outbox.backlog().waiting());
        carry(receipts);
        outbox.republish();
        confirmsAll(1);
        file();
        receipts.remove(receipts.former().getFirst());
        confirmsAll(1);
        carry(receipts);
        file();
        confirmsAll(1);
    }

    /** The signed answer lies at the hub, in the old key's hand, when that key goes. */
    @Test
    void aReceiptOfARemovedKeyIsSignedAnewWhenTheReportComesAgain() throws Exception {
        UUID report = file();
        SealedReport message = outbox.next().orElseThrow();
        intake.receive(List.of(new Arrived(message)));
        receipts.add();
        activate(receipts);
        receipts.remove(receipts.former().getFirst());
        carry(receipts);
        List<SignedReceipt> old = answers.claim(100, Duration.ofSeconds(15));
        assertInstanceOf(Confirmation.Ignored.class, outbox.confirm(old.getFirst()));
        answers.sent(old);
        assertEquals(List.of(new Confirmation.Confirmed(report, 1)), exchange());
        assertInstanceOf(
                Receipt.AlreadyStored.class,
                outbox.proof(report).orElseThrow().receipt().receipt());
    }

    @Test
    void whatATerminalSignedBeforeItsKeyRotatedIsTakenUntilTheOldKeyGoes() throws Exception {
        file();
        assertEquals(Step.DONE, signing.add());
        carry(signing);
        activate(signing);
        file();
        confirmsAll(2);
        signing.remove(signing.former().getFirst());
        carry(signing);
        file();
        confirmsAll(1);
    }

    private record Arrived(SealedReport message) implements Incoming {
        @Override
        public String topic() {
            return Topic.report(message.terminal()).text();
        }

        @Override
        public byte[] payload() {
            return Codec.write(message).getBytes(UTF_8);
        }
    }
}
