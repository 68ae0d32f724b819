package org.waypost.agent.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.agent.face.AbsentModel;
import org.waypost.agent.face.FaceComparison;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Verification.Cause;
import org.waypost.agent.verification.Verification.Inconclusive;
import org.waypost.agent.watchlist.Cards;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.idcard.Document;

class DeskTest {
    private static final Reading<Portrait> NOBODY = new Reading.Nobody<>();

    @ParameterizedTest
    @EnumSource(Route.class)
    void withoutAModelNobodyPassesAndNobodyFails(Route route) {
        Cause cause = switch (route) {
            case FACE -> Cause.MODEL_ABSENT;
            case WITHOUT_FACE -> Cause.DECLINED;
        };
        try (Document card = Cards.a();
                Portrait live = live()) {
            Desk desk = new Desk(new AbsentModel());
            assertEquals(new Inconclusive(cause), desk.verify(card, new Reading.Taken<>(live), route));
            assertEquals(new Inconclusive(cause), desk.verify(card, NOBODY, route));
            assertEquals(new Inconclusive(cause), desk.verify(card, new Reading.Faulty<>(Fault.NO_ANSWER), route));
        }
    }

    @Test
    void whateverIsMissingIsNoAnswer() {
        Desk desk = desk(new FaceComparison.Comparison.Same());
        try (Document card = Cards.a();
                Portrait live = live()) {
            assertEquals(new Inconclusive(Cause.NO_FACE), desk.verify(card, NOBODY, Route.FACE));
            assertEquals(
                    new Inconclusive(Cause.DEVICE_FAULT),
                    desk.verify(card, new Reading.Faulty<>(Fault.DEVICE_ABSENT), Route.FACE));
            assertEquals(
                    new Inconclusive(Cause.NO_PORTRAIT),
                    desk.verify(bare(card), new Reading.Taken<>(live), Route.FACE));
        }
    }

    @Test
    void aComparisonSpeaksForItself() {
        try (Document card = Cards.a();
                Portrait live = live()) {
            Reading<Portrait> taken = new Reading.Taken<>(live);
            assertEquals(
                    new Verification.Verified(),
                    desk(new FaceComparison.Comparison.Same()).verify(card, taken, Route.FACE));
            assertEquals(
                    new Verification.NotVerified(),
                    desk(new FaceComparison.Comparison.Different()).verify(card, taken, Route.FACE));
            assertEquals(
                    new Inconclusive(Cause.DECLINED),
                    desk(new FaceComparison.Comparison.Same()).verify(card, taken, Route.WITHOUT_FACE));
        }
    }

    @ParameterizedTest
    @EnumSource(FaceComparison.Obstacle.class)
    void anObstacleIsItsOwnCause(FaceComparison.Obstacle obstacle) {
        try (Document card = Cards.a();
                Portrait live = live()) {
            Verification answer = desk(new FaceComparison.Comparison.Unanswered(obstacle))
                    .verify(card, new Reading.Taken<>(live), Route.FACE);
            assertEquals(new Inconclusive(Cause.valueOf(obstacle.name())), answer);
        }
    }

    @Test
    void theSeamTakesExactlyTwoPortraits() {
        List<Class<?>> taken = Stream.of(FaceComparison.class.getDeclaredMethods())
                .filter(method -> method.getParameterCount() > 0)
                .map(Method::getParameterTypes)
                .flatMap(Stream::of)
                .toList();
        assertEquals(List.of(Portrait.class, Portrait.class), taken);
    }

    @Test
    void noOutcomeHasANumber() {
        boolean number = Stream.of(Verification.class.getPermittedSubclasses())
                .flatMap(outcome -> Stream.of(outcome.getRecordComponents()))
                .map(RecordComponent::getType)
                .anyMatch(Class::isPrimitive);
        assertFalse(number);
    }

    @Test
    void anOfficerIsNamed() {
        assertThrows(
                IllegalArgumentException.class, () -> new OfficerComparison(" ", Instant.EPOCH, Finding.SAME_PERSON));
    }

    private static Portrait live() {
        return new Portrait(1, 1, new byte[3]);
    }

    private static Document bare(Document card) {
        return new Document(
                card.kind(),
                card.number(),
                card.name(),
                card.sex(),
                card.birth(),
                card.nationality(),
                card.validity(),
                card.discrepancies(),
                Optional.empty());
    }

    private static Desk desk(FaceComparison.Comparison answer) {
        return new Desk(new FaceComparison() {
            @Override
            public boolean ready() {
                return true;
            }

            @Override
            public Comparison compare(Portrait probe, Portrait reference) {
                return answer;
            }
        });
    }
}
