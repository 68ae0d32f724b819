package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.agent.finger.FingerComparison;
import org.waypost.agent.verification.Route;
import org.waypost.drivers.fingerprint.Fingerprint;

/** How long the counter holds the print of an identification. */
class PrintRetentionTest extends FingerScene {
    @Test
    void everyDecisionWipesThePrints() {
        for (Command end : List.of(
                new Command.Release(Scene.LI, "in order"),
                new Command.Refuse(Scene.LI, "told", Ground.DOCUMENTS),
                new Command.Refer(Scene.LI, "duty"),
                new Command.Withdraw(Scene.LI))) {
            List<Fingerprint> prints = identified();
            scene.accept(new Command.RaiseConcern(Scene.LI, Scene.concern()));
            prints.forEach(Prints::mark);
            scene.accept(end);
            prints.forEach(Prints::assertWiped);
            scene.open();
        }
    }

    @Test
    void anIdleCaseIsWipedOfItsPrints() {
        List<Fingerprint> prints = identified();
        scene.clock.forward(Scene.IDLE);
        scene.counter.tick();
        prints.forEach(Prints::assertWiped);
    }

    /** Invariant I3: a case that somebody keeps busy does not keep a print. */
    @Test
    void noPrintOutlivesItsRetention() {
        List<Fingerprint> prints = identified();
        for (int minutes = 0; minutes < 59; minutes++) {
            scene.clock.forward(Duration.ofMinutes(1));
            scene.accept(Scene.interview(Party.A));
        }
        prints.forEach(Prints::mark);
        scene.clock.forward(Duration.ofMinutes(1));
        scene.counter.tick();
        prints.forEach(Prints::assertWiped);
        assertEquals(unanswered(FingerCause.PRINT_GONE), signed(Party.A, 1));
        assertThrows(IllegalArgumentException.class, () -> new FingerUse(comparison, Duration.ofMinutes(121)));
        assertThrows(IllegalArgumentException.class, () -> new FingerUse(comparison, Duration.ofSeconds(59)));
    }

    @Test
    void whoTurnsToTheOtherWayIsForgotten() {
        List<Fingerprint> prints = identified();
        signed(Party.A, 1);
        scene.accept(new Command.ChooseRoute(Scene.LI, Party.A, Route.WITHOUT_FACE));
        Prints.assertWiped(prints.getFirst());
        Prints.mark(prints.getLast());
        assertEquals(FingerRecord.NONE, scene.counter.clerkView().a().finger().orElseThrow());
        assertEquals(
                Optional.of(Rejection.OUT_OF_ORDER),
                refusal(new Command.ChooseRoute(Scene.LI, Party.A, Route.FACE)),
                "not back again");
        scene.accept(new Command.Release(Scene.LI, "in order"));
    }

    @Test
    void aDefectOfTheComparisonWipesEverything() {
        FingerComparison broken = (probe, reference) -> {
            throw new IllegalStateException("a defect of the test");
        };
        scene = new Scene(list, new FingerUse(broken, Duration.ofHours(1)));
        scene.open();
        List<Fingerprint> prints = identified();
        ask(Party.A, SIGN);
        Fingerprint signing = Prints.of(1);
        assertThrows(IllegalStateException.class, () -> lay(signing));
        Prints.assertWiped(signing);
        prints.forEach(Prints::assertWiped);
        assertEquals(unanswered(FingerCause.FAULT), step(Party.A, SIGN));
    }
}
