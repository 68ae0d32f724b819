package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.agent.encounter.Journey.Stage;
import org.waypost.agent.encounter.PartyView.PublicStep;
import org.waypost.agent.evidence.Subject;
import org.waypost.agent.store.StoreFailure;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Route;
import org.waypost.agent.verification.Verification;
import org.waypost.agent.watchlist.Cards;
import org.waypost.agent.watchlist.Screening;
import org.waypost.contract.CaseReport;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.idcard.Document;
import org.waypost.testing.ExpectFailure;

class MarriageCounterTest {
    private static final Command.Release RELEASE = new Command.Release(Scene.WU, "all in order");
    private static final Command.Refer REFER = new Command.Refer(Scene.WU, "duty to report");
    private static final Command.RaiseConcern CONCERN = new Command.RaiseConcern(Scene.LI, Scene.concern());

    @TempDir
    private Path folder = Path.of("unset");

    private Scene scene;

    MarriageCounterTest(@TempDir Path lists) throws IOException, GeneralSecurityException {
        scene = new Scene(Scene.clearList(lists));
    }

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
    void aCardThatNobodyWaitsForIsClosedUnread() {
        Document early = scene.lay(Cards.a());
        assertZeroed(early);
        scene.open();
        assertZeroed(scene.lay(Cards.a()));
        scene.accept(new Command.ShowNotice(Scene.LI, Party.A));
        assertZeroed(scene.lay(Cards.a()));
        assertEquals(2, scene.lines.size(), "opened and notice, nothing of a card");
    }

    private Card.Read readOfA(Document card) {
        scene.open();
        scene.prepare(Party.A, Route.FACE);
        scene.lay(card);
        return scene.counter.clerkView().a().read().orElseThrow();
    }

    @Test
    void whatDoesNotHoldIsNamedInTheAuditAndStopsNothing() {
        Card.Read read = readOfA(Cards.contradicting(
                Document.Discrepancy.CHECK_DIGIT,
                Document.Discrepancy.BIRTH_DATE_IN_NUMBER,
                Document.Discrepancy.READ_ONCE));
        assertEquals(
                Set.of(Subject.NUMBER_DIGIT, Subject.BIRTH_IN_NUMBER),
                read.facts().evidence().failed());
        assertEquals(
                "A Taken ADULT failed NUMBER_DIGIT BIRTH_IN_NUMBER",
                scene.lines.get(3).detail());
        assertFalse(scene.lines.toString().contains("1101"), "names of checks, no number");
        assertEquals(Step.COMPARISON, scene.step());
    }

    private static Rule.Result result(Card.Read read, Rule rule) {
        return read.rules().stream()
                .filter(checked -> checked.rule() == rule)
                .findFirst()
                .orElseThrow()
                .result();
    }

    @Test
    void withAClockBeforeTheSignedListNoDateIsJudged() {
        scene.clock.forward(Duration.ofDays(-8_000));
        Card.Read read = readOfA(Cards.a());
        assertEquals(Set.of(), read.facts().evidence().failed());
        assertEquals(Rule.Result.NOT_DONE, result(read, Rule.DOCUMENT_IN_FORCE));
        assertEquals(Rule.Result.NOT_DONE, result(read, Rule.MARRIAGEABLE_AGE));
    }

    @Test
    void withAClockThatTheListVouchesForDatesAreJudged() {
        Card.Read read = readOfA(Cards.a());
        assertEquals(Rule.Result.PASS, result(read, Rule.DOCUMENT_IN_FORCE));
        assertEquals(Rule.Result.PASS, result(read, Rule.MARRIAGEABLE_AGE));
    }

    @Test
    void theSameCardForBothIsRefusedAndBMayLayAnother() {
        scene.open();
        scene.identify(Party.A, Route.FACE, Cards.a());
        scene.prepare(Party.B, Route.FACE);
        assertZeroed(scene.lay(Cards.a()));
        assertInstanceOf(Card.SameAsOther.class, scene.counter.clerkView().b().card());
        assertEquals(Step.DOCUMENT, scene.step());
        assertEquals(PublicStep.PLACE_CARD, scene.counter.partyView().step());
        scene.lay(Cards.b());
        assertEquals(Step.COMPARISON, scene.step());
    }

    @Test
    void aFaultSaysWhoActsAndIsWrittenOnce() {
        scene.open();
        scene.prepare(Party.A, Route.FACE);
        int before = scene.lines.size();
        scene.counter.present(new Reading.Faulty<>(Fault.CARD_MOVED));
        scene.counter.present(new Reading.Faulty<>(Fault.CARD_MOVED));
        scene.counter.present(new Reading.Nobody<>());
        assertEquals(
                new Card.Faulty(Fault.CARD_MOVED), scene.counter.clerkView().a().card());
        assertEquals(before + 1, scene.lines.size());
        scene.lay(Cards.a());
        assertEquals(Step.COMPARISON, scene.step());
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

    @Test
    void aHitChangesNothingButTheRegistrarsScreen() throws IOException, GeneralSecurityException {
        scene = new Scene(Scene.fullList(folder));
        scene.walk();
        Card.Read read = scene.counter.clerkView().a().read().orElseThrow();
        assertInstanceOf(Screening.Hit.class, read.screening());
        assertInstanceOf(Verification.Inconclusive.class, read.verification());
        scene.accept(RELEASE);
    }

    @Test
    void underFourteenHasNoFaceRoute() {
        scene.open();
        scene.prepare(Party.A, Route.FACE);
        scene.lay(Cards.of("110101201211240013", "测试丁", Document.Sex.MALE, LocalDate.of(2012, 11, 24)));
        PartyRecord child = scene.counter.clerkView().a();
        assertEquals(Optional.of(Route.WITHOUT_FACE), child.route());
        assertEquals(AgeBand.UNDER_14, child.read().orElseThrow().age());
        assertEquals(
                new Verification.Inconclusive(Verification.Cause.DECLINED),
                child.read().orElseThrow().verification());
        assertEquals(
                Rule.Result.FAIL, child.read().orElseThrow().rules().getFirst().result());
        assertEquals(Step.COMPARISON, scene.step(), "nobody is refused by a rule");
    }

    static Stream<Consumer<Scene>> waysToEnd() {
        return Stream.of(
                at -> at.accept(REFER),
                at -> at.accept(new Command.Refuse(Scene.LI, "expired", Ground.DOCUMENTS)),
                at -> at.accept(new Command.Withdraw(Scene.LI)),
                at -> at.accept(new Command.Compare(Scene.LI, Party.A, Finding.SAME_PERSON)),
                at -> {
                    at.clock.forward(Scene.IDLE);
                    at.counter.tick();
                });
    }

    @ParameterizedTest
    @MethodSource("waysToEnd")
    void thePortraitIsGoneAfterwards(Consumer<Scene> end) {
        Document document = layA();
        assertTrue(scene.counter.portrait(Party.A).isPresent());
        end.accept(scene);
        assertZeroed(document);
        assertTrue(scene.counter.portrait(Party.A).isEmpty());
    }

    @Test
    @ExpectFailure(StoreFailure.class)
    void aReportThatCannotBeWrittenLeavesTheCaseUndecided() {
        Document document = layA();
        scene.outboxDisk = Scene.Disk.BROKEN;
        rejected(Rejection.NOT_RECORDED, REFER);
        assertZeroed(document);
        assertEquals(
                Optional.of(ClerkView.Trouble.NOT_RECORDED),
                scene.counter.clerkView().trouble());
        assertEquals(Step.COMPARISON, scene.step());
        assertTrue(scene.counter.clerkView().concern());
        scene.outboxDisk = Scene.Disk.FINE;
        scene.accept(REFER);
        assertEquals(1, scene.reports.size());
        assertEquals(Optional.empty(), scene.counter.clerkView().trouble());
    }

    @Test
    void aFullOutboxLeavesTheCaseUndecided() {
        layA();
        scene.outboxDisk = Scene.Disk.FULL;
        rejected(Rejection.OUTBOX_FULL, REFER);
        assertEquals(
                Optional.of(ClerkView.Trouble.OUTBOX_FULL),
                scene.counter.clerkView().trouble());
        scene.outboxDisk = Scene.Disk.FINE;
        scene.accept(REFER);
    }

    @Test
    void aDefectStillZeroesThePortrait() {
        Document document = layA();
        scene.outboxDisk = Scene.Disk.DEFECT;
        assertThrows(IllegalStateException.class, () -> scene.give(REFER));
        assertZeroed(document);
        assertEquals(Step.COMPARISON, scene.step());
    }

    @Test
    @ExpectFailure(StoreFailure.class)
    void whatCannotBeAccountedForIsNotDone() {
        scene.auditDisk = Scene.Disk.BROKEN;
        assertEquals(new Answer.Rejected(Rejection.NOT_RECORDED), scene.counter.open(Scene.LI));
        scene.auditDisk = Scene.Disk.FINE;
        scene.open();
        scene.prepare(Party.A, Route.FACE);
        scene.auditDisk = Scene.Disk.BROKEN;
        assertZeroed(scene.lay(Cards.a()));
        assertEquals(Step.DOCUMENT, scene.step());
        scene.auditDisk = Scene.Disk.FINE;
        scene.lay(Cards.a());
        assertEquals(Step.COMPARISON, scene.step());
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

    private Document layA() {
        scene.open();
        scene.prepare(Party.A, Route.FACE);
        Document document = scene.lay(Cards.a());
        scene.accept(CONCERN);
        return document;
    }

    private static Command.HoldInterview interview(Party party, boolean alone, Interpreter interpreter) {
        return new Command.HoldInterview(Scene.LI, party, alone, interpreter, new Interview.FreeWillStated());
    }

    private void rejected(Rejection reason, Command command) {
        assertEquals(new Answer.Rejected(reason), scene.give(command));
    }

    private static void assertZeroed(Document document) {
        Portrait portrait = document.portrait().orElseThrow();
        assertThrows(IllegalStateException.class, () -> portrait.pixels().get(ValueLayout.JAVA_BYTE, 0));
    }
}
