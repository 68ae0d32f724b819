package org.waypost.agent.verification;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.agent.document.IdCard;
import org.waypost.agent.face.AbsentModel;
import org.waypost.agent.face.FaceComparison;
import org.waypost.agent.face.FaceComparison.Basis;
import org.waypost.agent.face.FaceComparison.Comparison;
import org.waypost.agent.face.FaceComparison.Obstacle;
import org.waypost.agent.face.FaceComparison.Side;
import org.waypost.agent.face.FaceQuality;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Verification.Cause;
import org.waypost.agent.verification.Verification.Inconclusive;
import org.waypost.agent.watchlist.Cards;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.idcard.Document;

class DeskTest {
    private static final FaceQuality QUALITY = new FaceQuality(90, 120, 300, 3, 40);
    private static final Basis BASIS = new Basis("0123456789ab", 0.4, 0.3, Optional.of(QUALITY), Optional.of(QUALITY));

    @ParameterizedTest
    @EnumSource(Route.class)
    void withoutAModelNobodyPassesAndNobodyFails(Route route) {
        Cause cause = switch (route) {
            case FACE -> Cause.MODEL_ABSENT;
            case WITHOUT_FACE -> Cause.DECLINED;
        };
        try (Document card = Cards.a()) {
            Desk desk = new Desk(any -> new AbsentModel(), () -> {
                throw new AssertionError("the camera is not asked");
            });
            assertEquals(new Inconclusive(cause), verified(desk, card, route));
        }
    }

    @Test
    void whateverIsMissingIsNoAnswer() {
        FaceComparison same = always(new Comparison.Same(BASIS));
        try (Document card = Cards.a()) {
            assertEquals(
                    new Inconclusive(Cause.NO_FACE),
                    verified(new Desk(any -> same, Reading.Nobody::new), card, Route.FACE));
            assertEquals(
                    new Inconclusive(Cause.DEVICE_FAULT),
                    verified(new Desk(any -> same, () -> new Reading.Faulty<>(Fault.DEVICE_ABSENT)), card, Route.FACE));
            assertEquals(
                    new Inconclusive(Cause.NO_PORTRAIT),
                    verified(new Desk(any -> same, DeskTest::photographed), bare(card), Route.FACE));
        }
    }

    @Test
    void aComparisonSpeaksForItself() {
        try (Document card = Cards.a()) {
            Desk same = new Desk(any -> always(new Comparison.Same(BASIS)), DeskTest::photographed);
            assertEquals(new Verification.Verified(BASIS), verified(same, card, Route.FACE));
            Desk different = new Desk(any -> always(new Comparison.Different(BASIS)), DeskTest::photographed);
            assertEquals(new Verification.NotVerified(BASIS), verified(different, card, Route.FACE));
            assertEquals(new Inconclusive(Cause.DECLINED), verified(same, card, Route.WITHOUT_FACE));
        }
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    void anObstacleIsACauseAndNeverAnAnswer(Obstacle obstacle) {
        try (Document card = Cards.a()) {
            Desk live = new Desk(
                    any -> always(new Comparison.Unanswered(obstacle, Optional.of(Side.LIVE))), DeskTest::photographed);
            Cause cause = switch (obstacle) {
                case MODEL_CHANGED, MODEL_FAILED -> Cause.MODEL_UNUSABLE;
                case SELF_TEST_NOT_RECORDED -> Cause.UNCALIBRATED;
                default -> Cause.valueOf(obstacle.name());
            };
            assertEquals(new Inconclusive(cause), verified(live, card, Route.FACE));
            Desk document = new Desk(
                    any -> always(new Comparison.Unanswered(obstacle, Optional.of(Side.DOCUMENT))),
                    DeskTest::photographed);
            assertInstanceOf(Inconclusive.class, verified(document, card, Route.FACE));
        }
    }

    @Test
    void aUselessPictureIsFollowedByAnotherThreeInAll() {
        Deque<Comparison> answers = new ArrayDeque<>(List.of(
                new Comparison.Unanswered(Obstacle.BLURRED, Optional.of(Side.LIVE)),
                new Comparison.Unanswered(Obstacle.NEAR_THRESHOLD, Optional.empty()),
                new Comparison.Same(BASIS)));
        List<Portrait> taken = new ArrayList<>();
        Desk desk = new Desk(any -> answering(answers::removeFirst), () -> {
            taken.add(live());
            return new Reading.Taken<>(taken.getLast());
        });
        try (Document card = Cards.a();
                DeskAnswer answer = desk.verify(new IdCard(card), Route.FACE)) {
            assertEquals(new Verification.Verified(BASIS), answer.verification());
            assertEquals(Optional.of(taken.getLast()), answer.live());
            assertEquals(3, taken.size());
            assertThrows(
                    IllegalStateException.class, () -> taken.getFirst().pixels().get(JAVA_BYTE, 0));
        }
        answers.add(new Comparison.Unanswered(Obstacle.GREY, Optional.of(Side.LIVE)));
        try (Document card = Cards.a()) {
            assertEquals(new Inconclusive(Cause.GREY), verified(desk, card, Route.FACE));
        }
        assertEquals(4, taken.size());
    }

    @Test
    void aDefectLeavesNoPicture() {
        Portrait live = live();
        Desk desk = new Desk(
                any -> answering(() -> {
                    throw new IllegalStateException("defect");
                }),
                () -> new Reading.Taken<>(live));
        try (Document card = Cards.a()) {
            assertThrows(IllegalStateException.class, () -> desk.verify(new IdCard(card), Route.FACE));
        }
        assertThrows(IllegalStateException.class, () -> live.pixels().get(JAVA_BYTE, 0));
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
                IllegalArgumentException.class,
                () -> new OfficerComparison(" ", Instant.EPOCH, Finding.SAME_PERSON, Optional.empty()));
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

    private static Verification verified(Desk desk, Document card, Route route) {
        try (DeskAnswer answer = desk.verify(new IdCard(card), route)) {
            return answer.verification();
        }
    }

    private static Reading<Portrait> photographed() {
        return new Reading.Taken<>(live());
    }

    private static FaceComparison always(Comparison answer) {
        return answering(() -> answer);
    }

    private static FaceComparison answering(Supplier<Comparison> answers) {
        return new FaceComparison() {
            @Override
            public Optional<Obstacle> absence() {
                return Optional.empty();
            }

            @Override
            public Comparison compare(Portrait probe, Portrait reference) {
                return answers.get();
            }

            @Override
            public void forget() {}
        };
    }
}
