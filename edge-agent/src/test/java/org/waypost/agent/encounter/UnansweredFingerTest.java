package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.agent.encounter.PartyView.PublicStep;
import org.waypost.agent.finger.FingerComparison.Comparison;
import org.waypost.agent.finger.FingerComparison.Obstacle;
import org.waypost.agent.store.StoreFailure;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fingerprint.Fingerprint;
import org.waypost.testing.ExpectFailure;

/** A finger that was asked for and brought no answer: that is never a negative one, and nothing waits for it. */
class UnansweredFingerTest extends FingerScene {
    @ParameterizedTest
    @EnumSource(Fault.class)
    void aReaderThatFailsIsNoAnswerAndStopsNothing(Fault fault) {
        read(Party.A);
        ask(Party.A, IDENTIFY);
        scene.counter.present(scene.counter.awaitsFinger().orElseThrow(), new Reading.Faulty<>(fault));
        FingerCause cause = fault == Fault.FINGER_UNREADABLE ? FingerCause.POOR_PRINT : FingerCause.FAULT;
        assertEquals(unanswered(cause), step(Party.A, IDENTIFY));
        assertEquals("terminal A IDENTIFY Unanswered " + cause, fingerLines().getLast());
        scene.accept(new Command.Compare(Scene.LI, Party.A, Finding.SAME_PERSON));
    }

    @Test
    void nobodysAndPoorFingersAreNoAnswerAndMayBeTriedAgain() {
        read(Party.A);
        ask(Party.A, IDENTIFY);
        scene.counter.present(scene.counter.awaitsFinger().orElseThrow(), new Reading.Nobody<>());
        assertEquals(unanswered(FingerCause.NOT_GIVEN), step(Party.A, IDENTIFY));
        ask(Party.A, IDENTIFY);
        Prints.assertWiped(lay(Prints.poor()));
        assertEquals(unanswered(FingerCause.POOR_PRINT), step(Party.A, IDENTIFY));
        ask(Party.A, IDENTIFY);
        Fingerprint first = lay(1);
        ask(Party.A, IDENTIFY);
        Prints.assertWiped(first);
        assertEquals(4, Prints.mark(lay(4)), "held");
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    void aComparisonWithoutAnAnswerIsNoNegativeOne(Obstacle obstacle) {
        scene = new Scene(
                list, new FingerUse((probe, reference) -> new Comparison.Unanswered(obstacle), Duration.ofHours(1)));
        scene.open();
        identified();
        assertEquals(unanswered(FingerCause.of(obstacle)), signed(Party.A, 1));
    }

    @Test
    void aRegistrarWhoGoesOnWaitsForNoFinger() {
        read(Party.A);
        ask(Party.A, IDENTIFY);
        FingerSitting sitting = scene.counter.awaitsFinger().orElseThrow();
        scene.accept(new Command.Compare(Scene.LI, Party.A, Finding.SAME_PERSON));
        assertEquals(unanswered(FingerCause.PASSED_OVER), step(Party.A, IDENTIFY));
        assertEquals(Optional.empty(), scene.counter.awaitsFinger());
        Fingerprint late = Prints.of(1);
        scene.counter.present(sitting, new Reading.Taken<>(late));
        Prints.assertWiped(late);
        assertEquals(PublicStep.NOTICE, scene.counter.partyView().step());
    }

    /** A step that cannot be written down is not done. */
    @Test
    @ExpectFailure(StoreFailure.class)
    void whatCannotBeWrittenDownIsAskedForAgain() {
        read(Party.A);
        ask(Party.A, IDENTIFY);
        scene.auditDisk = Scene.Disk.BROKEN;
        Prints.assertWiped(lay(1));
        assertEquals(new FingerStep.Asked(), step(Party.A, IDENTIFY));
        scene.auditDisk = Scene.Disk.FINE;
        assertEquals(2, Prints.mark(lay(2)), "held");
        assertEquals(new FingerStep.Taken(), step(Party.A, IDENTIFY));
    }
}
