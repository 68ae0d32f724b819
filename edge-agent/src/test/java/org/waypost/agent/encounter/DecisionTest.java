package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.agent.encounter.PartyView.PublicStep;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Route;
import org.waypost.agent.watchlist.Cards;
import org.waypost.contract.CaseReport;

/** What a release, a refusal and a referral need, and what they leave behind. */
class DecisionTest extends CoupleScene {
    @Test
    void aReferralCarriesWhatWasStated() {
        scene.walk();
        scene.accept(CONCERN);
        scene.clock.forward(Duration.ofMinutes(5));
        scene.accept(CONCERN);
        scene.accept(REFER);
        CaseReport report = scene.reports.getFirst();
        assertEquals(2, report.statements().size());
        assertEquals(2, report.documents().size());
        assertEquals("registrar-wu", report.filing().operator());
        assertEquals(
                Duration.ofMinutes(5),
                Duration.between(report.filing().seen(), report.filing().filed()));
        assertEquals(Set.of(CaseReport.Recipient.values()), report.recipients());
        assertEquals(7, report.id().version());
        assertFalse(scene.counter.clerkView().concern(), "it cannot be read back");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void aReferralIsPossibleAtEveryStep(int steps) {
        scene.open();
        List<Runnable> walk = List.of(
                () -> scene.prepare(Party.A, Route.FACE),
                () -> scene.lay(Cards.a()),
                () -> scene.accept(new Command.Compare(Scene.LI, Party.A, Finding.CANNOT_TELL)),
                () -> scene.identify(Party.B, Route.FACE, Cards.b()),
                () -> scene.accept(Scene.interview(Party.A)),
                () -> scene.accept(Scene.interview(Party.B)));
        walk.stream().limit(steps).forEach(Runnable::run);
        rejected(Rejection.STATEMENT_MISSING, REFER);
        scene.accept(CONCERN);
        scene.accept(REFER);
        assertEquals(1, scene.reports.size());
    }

    @Test
    void aReleaseNeedsBothWillsAndBothHolders() {
        scene.walk();
        scene.accept(
                new Command.HoldInterview(Scene.LI, Party.B, true, new Interpreter.None(), new Interview.NotStated()));
        rejected(Rejection.WILL_NOT_STATED, RELEASE);
        scene.accept(new Command.HoldInterview(
                Scene.LI, Party.B, true, new Interpreter.None(), new Interview.CouldNotBeHeld("no interpreter")));
        rejected(Rejection.INTERVIEWS_MISSING, RELEASE);
        assertFalse(scene.counter.clerkView().choices().contains(Choice.RELEASE));
        scene.accept(Scene.interview(Party.B));
        scene.accept(new Command.Compare(Scene.LI, Party.A, Finding.CANNOT_TELL));
        rejected(Rejection.IDENTITY_OPEN, RELEASE);
        scene.accept(new Command.Compare(Scene.LI, Party.A, Finding.SAME_PERSON));
        scene.accept(RELEASE);
    }

    @ParameterizedTest
    @EnumSource(Ground.class)
    void anEarlyRefusalNeedsAPlainGround(Ground ground) {
        scene.open();
        Command.Refuse refuse = new Command.Refuse(Scene.LI, "told to both", ground);
        if (!ground.early()) {
            rejected(Rejection.INTERVIEWS_MISSING, refuse);
            scene.accept(new Command.Withdraw(Scene.LI));
            scene.walk();
        }
        scene.accept(refuse);
        assertEquals(Optional.of(Ending.Kind.REFUSED), scene.counter.clerkView().ending());
    }

    @Test
    void nobodyDecidesWithoutNameAndReason() {
        assertThrows(IllegalArgumentException.class, () -> new Command.Release(Scene.LI, " "));
        for (String nobody : List.of("", " ", "system", "Terminal", "a\u0000b", "x".repeat(41))) {
            assertThrows(IllegalArgumentException.class, () -> new Registrar(nobody), nobody);
        }
    }

    @Test
    void allEndingsLookTheSameToTheParties() {
        PartyView done = new PartyView(PublicStep.DONE, Optional.empty());
        for (Command ending : List.of(
                RELEASE,
                REFER,
                new Command.Refuse(Scene.LI, "told", Ground.NOT_VOLUNTARY),
                new Command.Withdraw(Scene.LI))) {
            scene.walk();
            scene.accept(CONCERN);
            scene.accept(ending);
            assertEquals(done, scene.counter.partyView());
            scene.clock.forward(Scene.FAREWELL);
            scene.counter.tick();
            assertEquals(PublicStep.WELCOME, scene.counter.partyView().step());
        }
    }
}
