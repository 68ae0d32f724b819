package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.agent.encounter.PartyView.PublicStep;
import org.waypost.agent.finger.FingerComparison;
import org.waypost.agent.finger.FingerComparison.Comparison;
import org.waypost.agent.finger.FingerComparison.Obstacle;
import org.waypost.agent.store.StoreFailure;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Route;
import org.waypost.agent.watchlist.Cards;
import org.waypost.agent.watchlist.Watchlist;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fingerprint.Fingerprint;
import org.waypost.drivers.idcard.Document;
import org.waypost.testing.ExpectFailure;

/** Invariant I23 at the counter: the finger of the identification must be the one that signs. */
class FingerAtTheCounterTest {
    private static final FingerPurpose IDENTIFY = FingerPurpose.IDENTIFY;
    private static final FingerPurpose SIGN = FingerPurpose.SIGN;

    @TempDir
    Path folder;

    private final Prints.ByMark comparison = new Prints.ByMark();
    private Watchlist list;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        list = Scene.clearList(folder);
        scene = new Scene(list, comparison.use());
        scene.open();
    }

    private void ask(Party party, FingerPurpose purpose) {
        scene.accept(new Command.AskFinger(Scene.LI, party, purpose));
    }

    private Fingerprint lay(Fingerprint print) {
        scene.counter.present(scene.counter.awaitsFinger().orElseThrow(), new Reading.Taken<>(print));
        return print;
    }

    private Fingerprint lay(int mark) {
        return lay(Prints.of(mark));
    }

    private void read(Party party) {
        scene.prepare(party, Route.FACE);
        scene.lay(party == Party.A ? Cards.a() : Cards.b());
    }

    private Fingerprint identified(Party party, int mark) {
        read(party);
        ask(party, IDENTIFY);
        Fingerprint print = lay(mark);
        scene.accept(new Command.Compare(Scene.LI, party, Finding.SAME_PERSON));
        return print;
    }

    /** Up to the decision, with a finger of each. */
    private List<Fingerprint> identified() {
        List<Fingerprint> prints = List.of(identified(Party.A, 1), identified(Party.B, 2));
        scene.accept(Scene.interview(Party.A));
        scene.accept(Scene.interview(Party.B));
        return prints;
    }

    private FingerStep step(Party party, FingerPurpose purpose) {
        return scene.counter.clerkView().party(party).finger().orElseThrow().at(purpose);
    }

    private FingerStep signed(Party party, int mark) {
        ask(party, SIGN);
        Prints.assertWiped(lay(mark));
        return step(party, SIGN);
    }

    private static FingerStep unanswered(FingerCause cause) {
        return new FingerStep.Unanswered(cause);
    }

    private Optional<Rejection> refusal(Command command) {
        return switch (scene.give(command)) {
            case Answer.Accepted accepted -> Optional.empty();
            case Answer.Rejected rejected -> Optional.of(rejected.reason());
        };
    }

    private List<String> fingerLines() {
        return scene.lines.stream()
                .filter(line -> line.action() == Action.FINGER_ASKED || line.action() == Action.FINGER_GIVEN)
                .map(line -> line.actor() + " " + line.detail())
                .toList();
    }

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
    void whoWasAskedForNoFingerHasNothingToTurnFrom() {
        read(Party.A);
        assertEquals(
                Optional.of(Rejection.OUT_OF_ORDER),
                refusal(new Command.ChooseRoute(Scene.LI, Party.A, Route.WITHOUT_FACE)));
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
