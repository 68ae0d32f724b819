package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.agent.encounter.Journey.Stage;
import org.waypost.agent.encounter.PartyView.PublicStep;
import org.waypost.agent.verification.Route;
import org.waypost.agent.watchlist.Cards;

/** The way of a couple from its welcome to the decision: each step in its turn, and written down. */
class MarriageCounterTest extends CoupleScene {
    @Test
    void aCoupleWalksToItsRelease() {
        assertEquals(PublicStep.WELCOME, scene.counter.partyView().step());
        scene.walk();
        assertEquals(Step.DECISION, scene.step());
        scene.accept(RELEASE);
        assertEquals(
                Optional.of(Ending.Kind.RELEASED), scene.counter.clerkView().ending());
        assertEquals(PartyRecord.BLANK, scene.counter.clerkView().a());
        assertEquals(List.of(), scene.reports, "nothing leaves the terminal");
        AuditEvent last = scene.lines.getLast();
        assertEquals(Action.DECIDED, last.action());
        assertEquals("registrar-wu", last.actor());
    }

    @Test
    void everyStepIsWrittenDown() {
        scene.walk();
        scene.accept(CONCERN);
        scene.accept(REFER);
        assertEquals(
                List.of(
                        "CASE_OPENED ",
                        "NOTICE_SHOWN A",
                        "ROUTE_CHOSEN A FACE",
                        "DOCUMENT_READ A Taken ADULT",
                        "VERIFIED A Inconclusive MODEL_ABSENT",
                        "SCREENED A Clear",
                        "COMPARED_BY_OFFICER A SAME_PERSON",
                        "NOTICE_SHOWN B",
                        "ROUTE_CHOSEN B WITHOUT_FACE",
                        "DOCUMENT_READ B Taken ADULT",
                        "VERIFIED B Inconclusive DECLINED",
                        "SCREENED B Clear",
                        "COMPARED_BY_OFFICER B SAME_PERSON",
                        "INTERVIEWED A FreeWillStated",
                        "INTERVIEWED B FreeWillStated",
                        "CONCERN_RAISED "),
                scene.lines.stream()
                        .limit(scene.lines.size() - 1)
                        .map(line -> line.action() + " " + line.detail())
                        .toList());
        assertTrue(scene.lines.getLast().detail().startsWith("Referred "));
        String all = scene.lines.toString();
        assertFalse(all.contains(Cards.NUMBER_A) || all.contains("测试") || all.contains("duty"), all);
    }

    @Test
    void oneCaseAtATimeAndNoStaleCommand() {
        UUID first = scene.open();
        assertEquals(new Answer.Rejected(Rejection.CASE_OPEN), scene.counter.open(Scene.WU));
        scene.accept(new Command.Withdraw(Scene.LI));
        rejected(Rejection.CASE_OVER, new Command.Withdraw(Scene.LI));
        assertNotEquals(first, scene.open());
        assertEquals(
                new Answer.Rejected(Rejection.OTHER_CASE), scene.counter.apply(first, new Command.Withdraw(Scene.LI)));
        assertEquals(Step.NOTICE, scene.step());
    }

    @Test
    void partyBCannotBeginBeforeAIsDone() {
        scene.open();
        rejected(Rejection.OUT_OF_ORDER, new Command.ShowNotice(Scene.LI, Party.B));
        scene.prepare(Party.A, Route.FACE);
        rejected(Rejection.OUT_OF_ORDER, new Command.ShowNotice(Scene.LI, Party.B));
        scene.lay(Cards.a());
        rejected(Rejection.OUT_OF_ORDER, new Command.ShowNotice(Scene.LI, Party.B));
        rejected(Rejection.OUT_OF_ORDER, Scene.interview(Party.A));
    }

    @Test
    void anInterviewNeedsThePartyAloneAndAnImpartialInterpreter() {
        scene.open();
        scene.identify(Party.A, Route.FACE, Cards.a());
        scene.identify(Party.B, Route.FACE, Cards.b());
        rejected(Rejection.NOT_ALONE, interview(Party.A, false, new Interpreter.None()));
        for (String party : List.of("测试甲", "测试 乙")) {
            rejected(Rejection.INTERPRETER_IS_PARTY, interview(Party.A, true, new Interpreter.Impartial(party)));
        }
        rejected(Rejection.OUT_OF_ORDER, Scene.interview(Party.B));
        scene.accept(interview(Party.A, true, new Interpreter.Impartial("测试丙")));
        assertFalse(scene.lines.toString().contains("测试"), "no interpreter in the audit (I22)");
    }

    @Test
    void anIdleCaseIsWipedAndWaitsForARegistrar() {
        layA();
        scene.clock.forward(Scene.IDLE);
        scene.counter.tick();
        assertEquals(Step.LAPSED, scene.step());
        assertEquals(PartyRecord.BLANK, scene.counter.clerkView().a());
        assertEquals(Optional.empty(), scene.counter.clerkView().ending(), "nobody ended it");
        rejected(Rejection.CASE_LAPSED, new Command.ShowNotice(Scene.LI, Party.A));
        assertEquals(
                Set.of(Choice.RAISE_CONCERN, Choice.REFER, Choice.WITHDRAW),
                scene.counter.clerkView().choices());
        scene.accept(REFER);
        assertEquals(1, scene.reports.getFirst().statements().size());
    }

    @Test
    void aLateCommandDoesNotReviveAnIdleCase() {
        scene.open();
        scene.clock.forward(Scene.IDLE);
        rejected(Rejection.CASE_LAPSED, new Command.ShowNotice(Scene.LI, Party.A));
    }

    @Test
    void theJourneyIsMeasuredAndNamesNobody() {
        scene.open();
        scene.prepare(Party.A, Route.FACE);
        scene.clock.forward(Duration.ofSeconds(3));
        scene.lay(Cards.a());
        scene.accept(CONCERN);
        scene.accept(REFER);
        List<Journey.Leg> legs = scene.counter.journey().legs();
        assertEquals(
                List.of(Stage.CARD_READ, Stage.VERIFIED, Stage.SCREENED, Stage.OUTBOX, Stage.DECIDED),
                legs.stream().map(Journey.Leg::stage).toList());
        assertEquals(Duration.ofSeconds(3), legs.getFirst().took());
        scene.open();
        assertEquals(List.of(), scene.counter.journey().legs());
    }

    @Test
    void noTextOfAViewHoldsANameOrNumber() {
        scene.walk();
        scene.accept(interview(Party.A, true, new Interpreter.Impartial("测试丙")));
        scene.accept(CONCERN);
        String text = scene.counter.clerkView().toString();
        assertFalse(text.contains("测试") || text.contains(Cards.NUMBER_A) || text.contains("telephone"), text);
    }

    private static Command.HoldInterview interview(Party party, boolean alone, Interpreter interpreter) {
        return new Command.HoldInterview(Scene.LI, party, alone, interpreter, new Interview.FreeWillStated());
    }
}
