package org.waypost.agent.encounter;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.face.FaceComparison;
import org.waypost.agent.face.FaceQuality;
import org.waypost.agent.verification.Desk;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Route;
import org.waypost.agent.verification.Verification;
import org.waypost.agent.watchlist.Cards;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.idcard.Document;

/** A party that chose to have faces compared, and a camera that takes its time. */
class FaceAtTheCounterTest {
    private static final FaceQuality QUALITY = new FaceQuality(90, 120, 300, 3, 40);
    private static final FaceComparison.Basis BASIS =
            new FaceComparison.Basis("b7120c095d60", 0.45, 0.37, Optional.of(QUALITY), Optional.of(QUALITY));

    @TempDir
    Path folder;

    private final CountDownLatch looking = new CountDownLatch(1);
    private final CountDownLatch shutter = new CountDownLatch(1);
    private final Portrait live = new Portrait(1, 1, new byte[] {1, 2, 3});
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        scene = new Scene(Scene.clearList(folder), new Desk(any -> new AlwaysTheSame(), this::photograph));
        scene.open();
        scene.prepare(Party.A, Route.FACE);
    }

    private Reading<Portrait> photograph() {
        looking.countDown();
        try {
            assertTrue(shutter.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Reading.Taken<>(live);
    }

    private void assertWiped() {
        assertThrows(IllegalStateException.class, () -> live.pixels().get(JAVA_BYTE, 0));
    }

    @Test
    void theLivePictureStandsBesideThePortraitUntilTheyAreCompared() {
        shutter.countDown();
        scene.lay(Cards.a());
        assertEquals(Optional.of(live), scene.counter.live(Party.A));
        assertEquals(
                new Verification.Verified(BASIS),
                scene.counter.clerkView().a().read().orElseThrow().verification());
        scene.accept(new Command.Compare(Scene.LI, Party.A, Finding.SAME_PERSON));
        assertEquals(Optional.empty(), scene.counter.live(Party.A));
        assertWiped();
    }

    @Test
    void theAuditHoldsWhatTheAnswerRestsOn() {
        shutter.countDown();
        scene.lay(Cards.a());
        AuditEvent line = scene.lines.stream()
                .filter(event -> event.action() == AuditEvent.Action.VERIFIED)
                .findFirst()
                .orElseThrow();
        assertEquals(
                "A Verified model b7120c095d60 thresholds 0.45 0.37 live 90/120/300/3/40 document 90/120/300/3/40",
                line.detail());
    }

    @Test
    void theAuditHoldsWhatWasMeasuredWhereThereIsNoAnswer() {
        var near = new Verification.Inconclusive(Verification.Cause.NEAR_THRESHOLD, Optional.of(BASIS));
        shutter.countDown();
        scene.lay(Cards.a());
        Card.Read read = scene.counter.clerkView().a().read().orElseThrow();
        Card.Read open =
                new Card.Read(read.facts(), read.age(), read.rules(), near, read.screening(), read.reference());
        AuditEvent line = new Account(UUID.randomUUID(), Instant.EPOCH)
                .read(Party.A, open)
                .get(1);
        assertEquals(
                "A Inconclusive NEAR_THRESHOLD model b7120c095d60 thresholds 0.45 0.37 live 90/120/300/3/40"
                        + " document 90/120/300/3/40",
                line.detail());
    }

    @Test
    void aConcernIsTakenWhileTheCameraLooks() throws Exception {
        Thread reader = Thread.ofVirtual().start(() -> scene.lay(Cards.a()));
        assertTrue(looking.await(10, TimeUnit.SECONDS));
        scene.accept(new Command.RaiseConcern(Scene.LI, Scene.concern()));
        assertTrue(scene.counter.clerkView().concern());
        shutter.countDown();
        reader.join();
        assertEquals(Optional.of(live), scene.counter.live(Party.A));
    }

    @Test
    void whoTurnsToTheOtherWayMeanwhileIsNotShownWhatTheCameraSaw() throws Exception {
        Thread reader = Thread.ofVirtual().start(() -> scene.lay(Cards.a()));
        assertTrue(looking.await(10, TimeUnit.SECONDS));
        scene.accept(new Command.ChooseRoute(Scene.LI, Party.A, Route.WITHOUT_FACE));
        shutter.countDown();
        reader.join();
        assertWiped();
        assertEquals(Step.DOCUMENT, scene.counter.clerkView().position().step());
        assertEquals(Optional.empty(), scene.counter.live(Party.A));
    }

    @Test
    void aCaseThatEndsMeanwhileKeepsNothing() throws Exception {
        Document card = Cards.a();
        Thread reader = Thread.ofVirtual().start(() -> scene.lay(card));
        assertTrue(looking.await(10, TimeUnit.SECONDS));
        scene.accept(new Command.Withdraw(Scene.LI));
        shutter.countDown();
        reader.join();
        assertWiped();
        Portrait portrait = card.portrait().orElseThrow();
        assertThrows(IllegalStateException.class, () -> portrait.pixels().get(JAVA_BYTE, 0));
    }

    @Test
    void whoDidNotChooseItIsNotPhotographed() {
        scene.accept(new Command.ChooseRoute(Scene.LI, Party.A, Route.WITHOUT_FACE));
        scene.lay(Cards.a());
        assertEquals(1, looking.getCount());
        assertEquals(
                new Verification.Inconclusive(Verification.Cause.DECLINED),
                scene.counter.clerkView().a().read().orElseThrow().verification());
    }

    /** Invariant I6: whatever was chosen. */
    @Test
    void whoIsUnder14IsNotPhotographed() {
        scene.lay(Cards.of("110101201503070018", "测试童", Document.Sex.FEMALE, LocalDate.of(2015, 3, 7)));
        assertEquals(1, looking.getCount());
        assertEquals(
                new Verification.Inconclusive(Verification.Cause.DECLINED),
                scene.counter.clerkView().a().read().orElseThrow().verification());
    }

    /** Invariant I6: without a list nothing says that the clock is not years ahead. */
    @Test
    void whereTheDayIsNotKnownNobodyIsPhotographed() throws Exception {
        Scene other = new Scene(Scene.noList(folder), new Desk(any -> new AlwaysTheSame(), this::photograph));
        other.open();
        other.prepare(Party.A, Route.FACE);
        other.lay(Cards.a());
        assertEquals(1, looking.getCount());
        PartyRecord party = other.counter.clerkView().a();
        assertEquals(Optional.of(Route.WITHOUT_FACE), party.route());
        assertEquals(AgeBand.UNKNOWN, party.read().orElseThrow().age());
    }

    /** A model for which everybody is the same person. */
    private record AlwaysTheSame() implements FaceComparison {
        @Override
        public Optional<Obstacle> absence() {
            return Optional.empty();
        }

        @Override
        public Comparison compare(Portrait probe, Portrait reference) {
            return new Comparison.Same(BASIS);
        }

        @Override
        public void forget() {}
    }
}
