package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waypost.agent.encounter.PartyView.PublicStep;
import org.waypost.agent.evidence.Subject;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Route;
import org.waypost.agent.verification.Verification;
import org.waypost.agent.watchlist.Cards;
import org.waypost.agent.watchlist.Screening;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.idcard.Document;

/** A party who identifies by a resident card: what it brings to the case, and how long its portrait stays. */
class CardAtTheCounterTest extends CoupleScene {
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
}
