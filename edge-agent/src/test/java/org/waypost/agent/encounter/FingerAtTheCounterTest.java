package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.agent.encounter.PartyView.PublicStep;
import org.waypost.agent.finger.FingerComparison;
import org.waypost.agent.finger.FingerComparison.Comparison;
import org.waypost.agent.verification.Route;
import org.waypost.agent.watchlist.Cards;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fingerprint.Fingerprint;

/** Invariant I23 at the counter: the finger of the identification must be the one that signs. */
class FingerAtTheCounterTest extends FingerScene {
    @Test
    void theFingerOfTheIdentificationSigns() {
        identified();
        assertEquals(new FingerStep.Same(), signed(Party.A, 1));
        assertEquals(new FingerStep.Same(), signed(Party.B, 2));
        assertEquals(
                List.of(
                        "registrar-li A IDENTIFY",
                        "terminal A IDENTIFY Taken",
                        "registrar-li B IDENTIFY",
                        "terminal B IDENTIFY Taken",
                        "registrar-li A SIGN",
                        "terminal A SIGN Same",
                        "registrar-li B SIGN",
                        "terminal B SIGN Same"),
                fingerLines());
    }

    @Test
    void theOtherPartysFingerGivesNoMatch() {
        identified();
        assertEquals(new FingerStep.Different(), signed(Party.B, 1));
        assertEquals(new FingerStep.Different(), signed(Party.A, 2));
        assertEquals(List.of(List.of(1, 2), List.of(2, 1)), comparison.compared, "each with its own party's alone");
    }

    @Test
    void anEarlierSessionsFingerGivesNoMatch() {
        Fingerprint earlier = identified(Party.A, 1);
        scene.accept(new Command.Withdraw(Scene.LI));
        Prints.assertWiped(earlier);
        scene.open();
        identified(Party.A, 5);
        scene.identify(Party.B, Route.WITHOUT_FACE, Cards.b());
        scene.accept(Scene.interview(Party.A));
        scene.accept(Scene.interview(Party.B));
        assertEquals(new FingerStep.Different(), signed(Party.A, 1));
        assertEquals(List.of(List.of(1, 5)), comparison.compared);
    }

    /** The reader was slow, and the case it worked for is over. */
    @Test
    void aFingerForAnEarlierCaseIsComparedWithNothing() {
        identified();
        ask(Party.A, SIGN);
        FingerSitting earlier = scene.counter.awaitsFinger().orElseThrow();
        scene.accept(new Command.Withdraw(Scene.LI));
        scene.open();
        identified();
        ask(Party.A, SIGN);
        Fingerprint late = Prints.of(1);
        scene.counter.present(earlier, new Reading.Taken<>(late));
        Prints.assertWiped(late);
        assertEquals(List.of(), comparison.compared);
        assertEquals(new FingerStep.Asked(), step(Party.A, SIGN));
    }

    @Test
    void aDifferentFingerStopsNothingAndMayBeTriedAgain() {
        identified();
        assertEquals(new FingerStep.Different(), signed(Party.A, 9));
        assertTrue(scene.counter.clerkView().choices().contains(Choice.RELEASE));
        assertEquals(new FingerStep.Same(), signed(Party.A, 1));
        signed(Party.A, 9);
        scene.accept(new Command.Release(Scene.LI, "in order"));
    }

    @Test
    void aConcernIsTakenWhileFingersAreCompared() throws Exception {
        CountDownLatch comparing = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        scene = new Scene(list, new FingerUse(slow(comparing, told), Duration.ofHours(1)));
        scene.open();
        identified();
        ask(Party.A, SIGN);
        Thread reader = Thread.ofVirtual().start(() -> lay(1));
        assertTrue(comparing.await(10, TimeUnit.SECONDS));
        scene.accept(new Command.RaiseConcern(Scene.LI, Scene.concern()));
        assertTrue(scene.counter.clerkView().concern());
        told.countDown();
        reader.join();
        assertEquals(new FingerStep.Same(), step(Party.A, SIGN));
    }

    private static FingerComparison slow(CountDownLatch comparing, CountDownLatch told) {
        return (probe, reference) -> {
            comparing.countDown();
            try {
                assertTrue(told.await(10, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Comparison.Same();
        };
    }

    /** Invariant I11: what the parties see ends with the taking of the picture, whatever comes of it afterwards. */
    @Test
    void thePartiesSeeTheSameWhateverComesOfAFinger() {
        List<PartyView> same = seen(new Reading.Taken<>(Prints.of(1)));
        assertEquals(
                List.of(
                        new PartyView(PublicStep.PLACE_FINGER, Optional.of(Party.A)),
                        new PartyView(PublicStep.PLEASE_WAIT, Optional.empty()),
                        new PartyView(PublicStep.PLEASE_WAIT, Optional.empty())),
                same);
        Stream.of(
                        new Reading.Taken<>(Prints.of(9)),
                        new Reading.Taken<>(Prints.poor()),
                        new Reading.Faulty<Fingerprint>(Fault.NO_ANSWER))
                .forEach(reading -> assertEquals(same, seen(reading)));
    }

    private List<PartyView> seen(Reading<Fingerprint> reading) {
        scene = new Scene(list, comparison.use());
        scene.open();
        identified();
        List<PartyView> seen = new ArrayList<>();
        ask(Party.A, SIGN);
        seen.add(scene.counter.partyView());
        FingerSitting sitting = scene.counter.awaitsFinger().orElseThrow();
        scene.counter.lifted(sitting);
        seen.add(scene.counter.partyView());
        scene.counter.present(sitting, reading);
        seen.add(scene.counter.partyView());
        return seen;
    }

    @Test
    void theAuditHoldsWordsAlone() {
        identified();
        signed(Party.A, 9);
        for (AuditEvent line : scene.lines) {
            boolean finger = line.action() == Action.FINGER_ASKED || line.action() == Action.FINGER_GIVEN;
            assertTrue(!finger || line.detail().matches("[AB] (IDENTIFY|SIGN)( [A-Za-z]+)?( [A-Z_]+)?"), line.detail());
        }
        assertEquals("terminal A SIGN Different", fingerLines().getLast());
    }
}
