package org.waypost.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Codec;
import org.waypost.contract.Health;
import org.waypost.contract.Receipt;
import org.waypost.contract.SealedReport;
import org.waypost.contract.SignedAcknowledgement;
import org.waypost.contract.SignedHealth;
import org.waypost.contract.SignedNotice;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;
import org.waypost.hub.fleet.Conduct;
import org.waypost.hub.fleet.Irregular;
import org.waypost.hub.fleet.Refusal;
import org.waypost.hub.intake.Incoming;
import org.waypost.hub.intake.Intake;
import org.waypost.hub.intake.Judged;
import org.waypost.hub.store.SqlCases;
import org.waypost.hub.store.SqlNoticeOutbox;

class IntakeTest extends IntakeScene {
    private Incoming health() throws Exception {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        SignedHealth health = site.say(new Health(counter, hour, Optional.empty(), Optional.empty(), List.of()));
        return message(Topic.health(counter).text(), Codec.write(health).getBytes(UTF_8));
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

    private Incoming urgent(Urgency urgency) throws Exception {
        return of(site.seal(TestReports.report(counter, urgency, "words")));
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
}
