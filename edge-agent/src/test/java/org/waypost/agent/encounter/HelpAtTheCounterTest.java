package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.agent.store.StoreFailure;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Companion;
import org.waypost.contract.CaseReport.Protected;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Statement;
import org.waypost.testing.ExpectFailure;

/** One button at one counter: a press is a concern of the case, and nobody guesses whose hand it was. */
class HelpAtTheCounterTest {
    private static final Command.Refer REFER = new Command.Refer(Scene.WU, "duty to report");
    private static final Command.RaiseConcern CONCERN = new Command.RaiseConcern(Scene.LI, Scene.concern());

    private final Scene scene;

    HelpAtTheCounterTest(@TempDir Path lists) throws IOException, GeneralSecurityException {
        scene = new Scene(Scene.clearList(lists));
    }

    private Instant press() {
        Instant at = scene.clock.instant();
        scene.counter.helpPressed(at);
        return at;
    }

    private List<String> audited(Action action) {
        return scene.lines.stream()
                .filter(line -> line.action() == action)
                .map(line -> line.actor() + "|" + line.detail())
                .toList();
    }

    private CaseReport referred() {
        scene.accept(REFER);
        return scene.reports.getLast();
    }

    @Test
    void aPressIsAConcernOfTheCaseAndOfNoParty() {
        scene.open();
        var before = scene.counter.partyView();
        Instant at = press();
        var noticed = scene.counter.clerkView().noticed().orElseThrow();
        assertEquals(Urgency.DANGER_NOW, noticed.urgency());
        assertEquals(at, noticed.seen());
        assertEquals(1, noticed.help().orElseThrow().times());
        assertEquals(Optional.empty(), scene.counter.clerkView().call());
        assertEquals(before, scene.counter.partyView());

        CaseReport report = referred();
        assertEquals(Protected.BOTH_PARTIES, report.protect());
        assertEquals(Companion.NOT_KNOWN, report.handling().companion());
        Statement said = report.statements().getFirst();
        assertEquals(Statement.Source.OBSERVED, said.source());
        assertEquals(Optional.empty(), said.indicator());
        assertTrue(said.words().contains("by whom is not known") && said.words().contains("按下者不明"));
    }

    @Test
    void theAuditNamesThePressItsCaseAndWhoSawToIt() {
        var encounter = scene.open();
        press();
        scene.accept(new Command.Withdraw(Scene.WU));
        assertEquals(List.of("terminal|"), audited(Action.HELP_PRESSED));
        assertEquals(List.of("registrar-wu|"), audited(Action.HELP_ANSWERED));
        assertTrue(scene.lines.stream().map(AuditEvent::encounter).allMatch(encounter::equals));
    }

    /** Who was last told what to do, and by whom, is a person's word; the button has none of that. */
    @Test
    void aPressTakesBackNothingOfWhatAPersonSaid() {
        scene.open();
        scene.accept(CONCERN);
        press();
        CaseReport report = referred();
        assertEquals(Urgency.DANGER_NOW, report.urgency());
        assertEquals(Protected.PARTY_B, report.protect());
        assertEquals("do not telephone", report.handling().mustNot());
        assertEquals(2, report.statements().size());
    }

    @Test
    void aPersonsLaterWordSaysHowUrgentItIs() {
        scene.open();
        press();
        scene.accept(CONCERN);
        assertEquals(Urgency.OTHER, referred().urgency());
    }

    /** A child that plays with the button must not leave a registrar without room. */
    @Test
    void manyPressesAreOneStatementAndLeaveRoomForAllOthers() {
        scene.open();
        scene.counter.housing(Optional.of(scene.clock.instant()));
        for (int i = 0; i < 200; i++) {
            press();
        }
        for (int i = 0; i < Concerns.MAX; i++) {
            scene.accept(CONCERN);
        }
        assertEquals(new Answer.Rejected(Rejection.TOO_MANY_STATEMENTS), scene.give(CONCERN));
        CaseReport report = referred();
        assertEquals(50, report.statements().size());
        assertTrue(report.statements().get(Concerns.MAX).words().contains("times: 200"));
    }

    /** Invariant I7: neither stops nor starts anything. */
    @Test
    void aCaseWithAPressCanBeReleased() {
        scene.walk();
        press();
        assertTrue(scene.counter.clerkView().choices().contains(Choice.RELEASE));
        scene.accept(new Command.Release(Scene.WU, "spoke to both again, a child pressed it"));
        assertEquals(List.of(), scene.reports);
    }

    /** Invariant I11: the parties would see a case that lasts longer. */
    @Test
    void aPressProlongsNoCase() {
        scene.open();
        scene.clock.forward(Scene.IDLE.minusSeconds(1));
        press();
        scene.clock.forward(Duration.ofSeconds(2));
        scene.counter.tick();
        assertEquals(Step.LAPSED, scene.step());
        assertTrue(scene.counter.clerkView().concern(), "what was noticed outlasts it");
        press();
        assertEquals(
                2,
                scene.counter
                        .clerkView()
                        .noticed()
                        .orElseThrow()
                        .help()
                        .orElseThrow()
                        .times());
    }

    @Test
    void aPressOutsideOfACaseWaitsForANamedRegistrar() {
        Instant first = press();
        scene.clock.forward(Duration.ofMinutes(3));
        press();
        HelpCall call = scene.counter.clerkView().call().orElseThrow();
        assertEquals(2, call.times());
        assertEquals(first, call.first());
        assertEquals(1, call.ids().size(), "one matter, one id");

        scene.open();
        assertFalse(scene.counter.clerkView().concern(), "nothing says that it was these two");
        assertTrue(scene.counter.clerkView().call().isPresent());
        Scene.accepted(scene.counter.answerHelp(Scene.WU));
        assertEquals(Optional.empty(), scene.counter.clerkView().call());
        assertEquals(List.of("registrar-wu|"), audited(Action.HELP_ANSWERED));
    }

    @Test
    void aPressDuringTheFarewellWaitsToo() {
        scene.open();
        scene.accept(new Command.Withdraw(Scene.LI));
        press();
        assertEquals(1, scene.counter.clerkView().call().orElseThrow().times());
        assertEquals(List.of(), scene.reports);
    }

    @Test
    @ExpectFailure(StoreFailure.class)
    void aPressThatCannotBeWrittenDownIsShownAllTheSame() {
        scene.auditDisk = Scene.Disk.BROKEN;
        press();
        assertTrue(scene.counter.clerkView().call().isPresent());
        scene.auditDisk = Scene.Disk.FINE;
        scene.open();
        scene.auditDisk = Scene.Disk.BROKEN;
        press();
        assertTrue(scene.counter.clerkView().concern());
    }

    @Test
    @ExpectFailure(StoreFailure.class)
    void anAnswerThatCannotBeWrittenDownIsNone() {
        press();
        scene.auditDisk = Scene.Disk.BROKEN;
        assertEquals(new Answer.Rejected(Rejection.NOT_RECORDED), scene.counter.answerHelp(Scene.LI));
        assertTrue(scene.counter.clerkView().call().isPresent());
    }

    @Test
    void aReportOfAnOpenedTerminalSaysSoUntilATechnicianHasLooked() {
        scene.counter.housing(Optional.of(scene.clock.instant()));
        scene.walk();
        scene.accept(CONCERN);
        assertTrue(scene.counter.clerkView().choices().contains(Choice.RELEASE), "the counter works on");
        assertTrue(referred().statements().getLast().words().contains("housing of this terminal was opened"));

        scene.counter.housing(Optional.empty());
        scene.open();
        scene.accept(CONCERN);
        assertEquals(1, referred().statements().size());
    }

    @Test
    void noLogLineTellsThatSomebodyAskedForHelp() {
        assertEquals(
                "HelpCall[]",
                HelpCall.pressed(java.util.UUID.randomUUID(), Instant.EPOCH).toString());
        press();
        assertFalse(scene.counter.clerkView().toString().contains("times"));
    }
}
