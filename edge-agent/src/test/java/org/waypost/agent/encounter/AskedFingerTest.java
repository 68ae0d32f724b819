package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Route;
import org.waypost.agent.watchlist.Cards;
import org.waypost.drivers.idcard.Document;

/** Of whom a finger is asked, and at which step. */
class AskedFingerTest extends FingerScene {
    /** Invariant I5: both ways take the same registrar's steps to the same decision, with a reader or without. */
    @Test
    void theWayWithoutTakesTheSameStepsAndAsksForNoFinger() {
        for (Route route : Route.values()) {
            Scene one = new Scene(list, comparison.use());
            one.open();
            one.identify(Party.A, route, Cards.a());
            one.identify(Party.B, route, Cards.b());
            one.accept(Scene.interview(Party.A));
            one.accept(Scene.interview(Party.B));
            one.accept(new Command.Release(Scene.LI, "in order"));
            assertEquals(
                    10,
                    one.lines.stream()
                            .filter(line -> line.actor().startsWith("registrar"))
                            .count());
        }
        scene.prepare(Party.A, Route.WITHOUT_FACE);
        scene.lay(Cards.a());
        assertEquals(Optional.of(Rejection.NO_BIOMETRICS), refusal(new Command.AskFinger(Scene.LI, Party.A, IDENTIFY)));
        assertFalse(scene.counter.clerkView().choices().contains(Choice.ASK_FINGER));
    }

    /** Invariant I6: whatever was chosen. */
    @Test
    void whoIsUnder14IsAskedForNoFinger() {
        scene.prepare(Party.A, Route.FACE);
        scene.lay(Cards.of("110101201503070018", "测试童", Document.Sex.FEMALE, LocalDate.of(2015, 3, 7)));
        assertEquals(Optional.of(Rejection.NO_BIOMETRICS), refusal(new Command.AskFinger(Scene.LI, Party.A, IDENTIFY)));
    }

    @Test
    void aCounterWithoutThemAsksForNone() {
        scene = new Scene(list);
        scene.open();
        read(Party.A);
        assertFalse(scene.counter.takesFingers());
        assertEquals(Optional.of(Rejection.NO_BIOMETRICS), refusal(new Command.AskFinger(Scene.LI, Party.A, IDENTIFY)));
    }

    @Test
    void aFingerIsAskedForOnlyWhereItIsTheOneOfTheStep() {
        Command identify = new Command.AskFinger(Scene.LI, Party.A, IDENTIFY);
        Command sign = new Command.AskFinger(Scene.LI, Party.A, SIGN);
        scene.prepare(Party.A, Route.FACE);
        assertEquals(Optional.of(Rejection.OUT_OF_ORDER), refusal(identify), "before the card");
        scene.lay(Cards.a());
        assertEquals(Optional.of(Rejection.OUT_OF_ORDER), refusal(sign), "before the interviews");
        ask(Party.A, IDENTIFY);
        assertEquals(Optional.of(Rejection.OUT_OF_ORDER), refusal(identify), "while it is asked for");
        lay(1);
        scene.accept(new Command.Compare(Scene.LI, Party.A, Finding.SAME_PERSON));
        assertEquals(Optional.of(Rejection.OUT_OF_ORDER), refusal(identify), "after the identification");
        read(Party.B);
        scene.accept(new Command.Compare(Scene.LI, Party.B, Finding.SAME_PERSON));
        scene.accept(Scene.interview(Party.A));
        assertEquals(Optional.of(Rejection.OUT_OF_ORDER), refusal(sign), "before the second interview");
        scene.accept(Scene.interview(Party.B));
        assertEquals(
                Optional.of(Rejection.OUT_OF_ORDER),
                refusal(new Command.AskFinger(Scene.LI, Party.B, SIGN)),
                "nothing to compare with");
        ask(Party.A, SIGN);
    }

    @Test
    void whoWasAskedForNoFingerHasNothingToTurnFrom() {
        read(Party.A);
        assertEquals(
                Optional.of(Rejection.OUT_OF_ORDER),
                refusal(new Command.ChooseRoute(Scene.LI, Party.A, Route.WITHOUT_FACE)));
    }
}
