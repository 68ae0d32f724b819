package org.waypost.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Codec;
import org.waypost.contract.Health;
import org.waypost.contract.Receipt;
import org.waypost.contract.ReceiptSigner;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedAcknowledgement;
import org.waypost.contract.SignedHealth;
import org.waypost.contract.SignedNotice;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;
import org.waypost.hub.casebook.CaseRetention;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.fleet.Conduct;
import org.waypost.hub.fleet.Fleet;
import org.waypost.hub.fleet.Irregular;
import org.waypost.hub.fleet.Refusal;
import org.waypost.hub.intake.Incoming;
import org.waypost.hub.intake.Intake;
import org.waypost.hub.intake.Judged;
import org.waypost.hub.intake.Keeping;
import org.waypost.hub.intake.KeyDirectory;
import org.waypost.hub.intake.Tally;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlCaseStore;
import org.waypost.hub.store.SqlCases;
import org.waypost.hub.store.SqlHealthStore;
import org.waypost.hub.store.SqlNoticeOutbox;
import org.waypost.hub.store.SqlQuarantines;
import org.waypost.hub.store.SqlRetention;
import org.waypost.hub.store.StoreAddress;

class IntakeTest {
    @TempDir
    Path directory;

    private TestSite site;
    private TerminalId counter;
    private Database database;
    private Intake intake;
    private Tally tally;
    private Fleet fleet;
    private Instant now = Instant.parse("2026-11-24T08:00:00Z");

    @BeforeEach
    void open() throws Exception {
        site = new TestSite(directory);
        counter = site.enrol("counter-1");
        database = Database.open(new StoreAddress.Directory(directory.resolve("data")));
        tally = new Tally();
        fleet = new Fleet(new SqlHealthStore(database), new SqlQuarantines(database, () -> now), List::of, () -> now);
        intake = new Intake(
                new KeyDirectory(directory.resolve("terminals")),
                new ReportOpener(site.desk),
                new Keeping(cases(), fleet, new SqlNoticeOutbox(database, () -> now)),
                tally);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private SqlCaseStore cases() {
        return new SqlCaseStore(database, new ReceiptSigner(new Signer(site.receipts)), () -> now);
    }

    private Incoming good() throws Exception {
        return of(site.seal(TestReports.report(counter)));
    }

    private static Incoming of(SealedReport message) {
        return message(
                Topic.report(message.terminal()).text(), Codec.write(message).getBytes(UTF_8));
    }

    private Incoming health() throws Exception {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        SignedHealth health = site.say(new Health(counter, hour, Optional.empty(), Optional.empty(), List.of()));
        return message(Topic.health(counter).text(), Codec.write(health).getBytes(UTF_8));
    }

    private static Receipt receipt(Intake.Outcome outcome) {
        return assertInstanceOf(Intake.Answered.class, outcome).receipt();
    }

    @Test
    void storesWhatIsGoodOfABatchWhateverElseIsInIt() throws Exception {
        SealedReport signed = site.seal(TestReports.report(counter));
        SealedReport forged = new SealedReport(1, UUID.randomUUID(), counter, 77, signed.sealed(), signed.signature());
        SealedReport stranger = new SealedReport(1, UUID.randomUUID(), new TerminalId("nobody"), 1, "AA", "AA");
        List<Intake.Outcome> outcomes = intake.receive(List.of(
                message("anything/at/all", new byte[0]),
                good(),
                message(Topic.receipt(counter).text(), new byte[3]),
                of(forged),
                health(),
                message(Topic.report(counter).text(), new byte[] {(byte) 0xff}),
                of(stranger),
                of(signed)));
        assertEquals(new Intake.Dropped(Refusal.NOT_A_TERMINALS_TOPIC), outcomes.get(0));
        assertInstanceOf(Receipt.Stored.class, receipt(outcomes.get(1)));
        assertEquals(new Intake.Dropped(Refusal.NOT_A_TERMINALS_TOPIC), outcomes.get(2));
        assertEquals(new Intake.Dropped(Refusal.BAD_SIGNATURE), outcomes.get(3));
        assertEquals(new Intake.Noted(counter), outcomes.get(4));
        assertEquals(new Intake.Dropped(Refusal.MALFORMED), outcomes.get(5));
        assertEquals(new Intake.Dropped(Refusal.UNKNOWN_TERMINAL), outcomes.get(6));
        assertInstanceOf(Receipt.Stored.class, receipt(outcomes.get(7)));
        assertEquals(
                8, tally.counts().values().stream().mapToLong(Long::longValue).sum());
        Map<Optional<TerminalId>, Map<Refusal, Long>> refused =
                fleet.irregular().stream().collect(Collectors.toMap(Irregular::terminal, Irregular::refused));
        assertEquals(
                Map.of(
                        Optional.of(counter),
                        Map.of(Refusal.BAD_SIGNATURE, 1L, Refusal.MALFORMED, 1L, Refusal.NOT_A_TERMINALS_TOPIC, 1L),
                        Optional.of(new TerminalId("nobody")),
                        Map.of(Refusal.UNKNOWN_TERMINAL, 1L),
                        Optional.empty(),
                        Map.of(Refusal.NOT_A_TERMINALS_TOPIC, 1L)),
                refused);
    }

    /** Invariant I15: what is wrong with a station's message is counted, and beside no station. */
    @Test
    void laysNothingToAStation() {
        intake.receive(List.of(message(Topic.tip(new TerminalId("station-1")).text(), new byte[] {(byte) 0xff})));
        assertEquals(
                List.of(Optional.empty()),
                fleet.irregular().stream().map(Irregular::terminal).toList());
    }

    /** The clock runs a day a batch, so that all of them are read: nobody is slowed for what is long ago. */
    @Test
    void outlivesRandomPayloads() throws Exception {
        Random random = new Random(20_261_123);
        byte[] whole = good().payload();
        for (int batch = 0; batch < 50; batch++) {
            List<Incoming> messages = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                messages.add(message(Topic.report(counter).text(), spoiled(whole, random)));
            }
            messages.add(good());
            List<Intake.Outcome> outcomes = intake.receive(messages);
            assertInstanceOf(Receipt.Stored.class, receipt(outcomes.getLast()));
            now = now.plus(Duration.ofDays(1));
        }
        assertEquals(
                400,
                tally.counts().getOrDefault("MALFORMED", 0L) + tally.counts().getOrDefault("BAD_SIGNATURE", 0L));
    }

    @Test
    void letsANoticeGoThatItsTerminalAcknowledges() throws Exception {
        Signer hub = new Signer(site.receipts);
        SqlCases cases = new SqlCases(database, hub, () -> now);
        intake.receive(List.of(good()));
        cases.acknowledge(1, new Officer("Officer Li"), new Reason("first assessment"));
        SignedNotice said = new SqlNoticeOutbox(database, () -> now)
                .claim(1, Duration.ofSeconds(15))
                .getFirst();
        SignedAcknowledgement own = site.acknowledge(said);
        SignedAcknowledgement forged =
                new SignedAcknowledgement(1, counter, said.notice().report(), 1, "AA");
        TerminalId other = site.enrol("counter-2");
        SignedAcknowledgement others = site.acknowledge(SignedNotice.sign(other, said.notice(), hub));
        assertEquals(
                List.of(
                        new Intake.Dropped(Refusal.BAD_SIGNATURE),
                        new Intake.Dropped(Refusal.STALE),
                        new Intake.Dropped(Refusal.BAD_SIGNATURE),
                        new Intake.Delivered(own),
                        new Intake.Dropped(Refusal.STALE)),
                intake.receive(List.of(
                        acknowledged(counter, forged),
                        acknowledged(other, others),
                        acknowledged(other, own),
                        acknowledged(counter, own),
                        acknowledged(counter, own))));
        assertEquals(1, tally.counts().get("Delivered"));
    }

    @Test
    void takesAmendmentsOfWhatTheirTerminalFiledAndCountsTheOthers() throws Exception {
        CaseReport report = TestReports.report(counter);
        TerminalId other = site.enrol("counter-2");
        SealedReport correction = site.seal(TestReports.correction(report, counter, "the uncle"));
        List<Intake.Outcome> outcomes = intake.receive(List.of(
                of(site.seal(report)),
                of(correction),
                of(site.seal(TestReports.withdrawal(report, counter))),
                of(site.seal(TestReports.withdrawal(report, other))),
                of(site.seal(TestReports.withdrawal(TestReports.report(counter), counter)))));
        Receipt none = new Receipt.Refused(Receipt.Reason.NO_SUCH_REPORT);
        assertInstanceOf(Receipt.Stored.class, receipt(outcomes.get(1)));
        assertInstanceOf(Receipt.Stored.class, receipt(outcomes.get(2)));
        assertEquals(none, receipt(outcomes.get(3)));
        assertEquals(none, receipt(outcomes.get(4)));
        assertInstanceOf(
                Receipt.AlreadyStored.class,
                receipt(intake.receive(List.of(of(correction))).getFirst()));
        assertEquals(2, tally.counts().get("NO_SUCH_REPORT"));
    }

    private static Incoming acknowledged(TerminalId on, SignedAcknowledgement message) {
        return message(Topic.acknowledgement(on).text(), Codec.write(message).getBytes(UTF_8));
    }

    @Test
    void keepsTextThatIsNoTextOutOfTheStore() throws Exception {
        Health.Device device = new Health.Device(
                Health.Kind.CAMERA,
                "X",
                Health.Condition.WORKING,
                Optional.empty(),
                Health.Remedy.NONE,
                Health.Identity.CONFIRMED);
        SignedHealth health = site.sayText(
                counter,
                Codec.write(new Health(counter, now, Optional.empty(), Optional.empty(), List.of(device)))
                        .replace("\"X\"", "\"\\ud800\""));
        Incoming message =
                message(Topic.health(counter).text(), Codec.write(health).getBytes(UTF_8));
        assertEquals(
                new Intake.Dropped(Refusal.BAD_SIGNATURE),
                intake.receive(List.of(message)).getFirst());
    }

    /** Quarantine must not silence a person: what is urgent is taken, the rest waits with the terminal. */
    @Test
    void takesOnlyDangerAndChildrenOfATerminalInQuarantineUntilItIsReleased() throws Exception {
        for (int i = 0; i < Conduct.QUARANTINED_AT; i++) {
            fleet.conduct().fault(counter);
        }
        Incoming other = good();
        assertEquals(new Intake.Dropped(Refusal.HELD_BACK), next(other));
        assertInstanceOf(Receipt.Stored.class, receipt(next(urgent(Urgency.DANGER_NOW))));
        CaseReport child = TestReports.report(counter, Urgency.CHILD, "words");
        assertInstanceOf(Receipt.Stored.class, receipt(next(of(site.seal(child)))));
        CaseReport before = TestReports.report(counter);
        cases().settle(List.of(new Judged.Accepted(site.seal(before), Urgency.OTHER)));
        Incoming withdrawal = of(site.seal(TestReports.withdrawal(before, counter)));
        assertEquals(new Intake.Dropped(Refusal.HELD_BACK), next(withdrawal), "its report would be held back");
        assertInstanceOf(
                Receipt.Stored.class, receipt(next(of(site.seal(TestReports.correction(child, counter, "uncle"))))));
        assertInstanceOf(Receipt.Stored.class, receipt(next(of(site.seal(TestReports.withdrawal(child, counter))))));
        CaseReport others = TestReports.report(site.enrol("counter-2"), Urgency.CHILD, "words");
        assertInstanceOf(Receipt.Stored.class, receipt(next(of(site.seal(others)))));
        Incoming foreign = of(site.seal(TestReports.withdrawal(others, counter)));
        assertEquals(new Intake.Dropped(Refusal.HELD_BACK), next(foreign), "nobody else's counts");
        assertInstanceOf(Intake.Noted.class, next(health()));
        assertEquals(new Intake.Dropped(Refusal.HELD_BACK), next(other));
        assertTrue(fleet.release(counter, new Officer("Li"), new Reason("a cable was torn")));
        assertFalse(fleet.release(counter, new Officer("Li"), new Reason("a cable was torn")));
        assertInstanceOf(Receipt.Stored.class, receipt(next(other)));
        assertInstanceOf(Receipt.Stored.class, receipt(next(withdrawal)));
    }

    /** The terminal cannot know what the hub let go by age; what it never filed it does know. */
    @Test
    void blamesNoTerminalForAnAmendmentOfACaseThatWasPurged() throws Exception {
        CaseReport report = TestReports.report(counter);
        intake.receive(List.of(of(site.seal(report))));
        purge();
        assertEquals(
                new Receipt.Refused(Receipt.Reason.NO_SUCH_REPORT),
                receipt(next(of(site.seal(TestReports.withdrawal(report, counter))))));
        for (int i = 1; i < Conduct.SLOWED_AT; i++) {
            amendNothing();
        }
        assertEquals(Conduct.Treatment.READ, fleet.conduct().treatment(counter));
        amendNothing();
        assertEquals(Conduct.Treatment.SLOWED, fleet.conduct().treatment(counter));
    }

    private void amendNothing() throws Exception {
        intake.receive(List.of(of(site.seal(TestReports.withdrawal(TestReports.report(counter), counter)))));
    }

    private void purge() {
        Signer hub = new Signer(site.receipts);
        new SqlCases(database, hub, () -> now).acknowledge(1, new Officer("Li"), new Reason("a look"));
        Duration day = Duration.ofDays(1);
        Instant later = now.plus(day).plusMillis(1);
        assertEquals(
                1,
                new SqlRetention(database, new CaseRetention(day, day, day.multipliedBy(2)), hub, () -> later)
                        .purge()
                        .cases());
    }

    private Incoming urgent(Urgency urgency) throws Exception {
        return of(site.seal(TestReports.report(counter, urgency, "words")));
    }

    private Intake.Outcome next(Incoming message) {
        now = now.plusSeconds(1);
        return intake.receive(List.of(message)).getFirst();
    }

    private static byte[] spoiled(byte[] whole, Random random) {
        byte[] bytes = random.nextBoolean() ? whole.clone() : new byte[random.nextInt(2_000)];
        if (bytes.length == whole.length) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(1, 32); // never as it was: JSON has no controls
        } else {
            random.nextBytes(bytes);
        }
        return bytes;
    }

    static Incoming message(String topic, byte[] payload) {
        return new Incoming() {
            @Override
            public String topic() {
                return topic;
            }

            @Override
            public byte[] payload() {
                return payload.clone();
            }
        };
    }
}
