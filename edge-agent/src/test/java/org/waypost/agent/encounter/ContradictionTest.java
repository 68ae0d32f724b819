package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.agent.face.FaceComparison;
import org.waypost.agent.face.FaceComparison.Comparison;
import org.waypost.agent.face.FaceComparison.Obstacle;
import org.waypost.agent.verification.Contradiction;
import org.waypost.agent.verification.Desk;
import org.waypost.agent.verification.OfficerComparison;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Route;
import org.waypost.agent.verification.Verification;
import org.waypost.agent.verification.Verification.Cause;
import org.waypost.agent.watchlist.Cards;
import org.waypost.contract.Digest;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;

/** A registrar may always find otherwise than the machine, and then says why. */
class ContradictionTest {
    private static final FaceComparison.Basis BASIS =
            new FaceComparison.Basis("b7120c095d60", 0.45, 0.37, Optional.empty(), Optional.empty());
    private static final Optional<Contradiction> NONE = Optional.empty();

    @TempDir
    Path folder;

    private Scene scene(Comparison answer, Route route) throws Exception {
        Desk desk = new Desk(any -> new Answering(answer), () -> new Reading.Taken<>(portrait()));
        Scene scene = new Scene(Scene.clearList(folder), desk);
        scene.open();
        scene.prepare(Party.A, route);
        scene.lay(Cards.a());
        return scene;
    }

    private static Portrait portrait() {
        return new Portrait(1, 1, new byte[] {1, 2, 3});
    }

    private static Command compare(Finding finding, Optional<Contradiction> because, String words) {
        return new Command.Compare(Scene.LI, Party.A, finding, because, words);
    }

    private static String last(Scene scene) {
        return scene.lines.getLast().detail();
    }

    private static OfficerComparison made(Scene scene) {
        return scene.counter.clerkView().a().comparison().orElseThrow();
    }

    /** What the machine answers, what the registrar finds, and how the audit calls it. */
    enum Dissent {
        NOT_VERIFIED(Finding.SAME_PERSON, "NotVerified"),
        TOO_CLOSE(Finding.SAME_PERSON, "Inconclusive NEAR_THRESHOLD"),
        PICTURE(Finding.SAME_PERSON, "Inconclusive NOT_LIVE"),
        VERIFIED(Finding.NOT_SAME_PERSON, "Verified");

        private final Finding registrar;
        private final String word;

        Dissent(Finding registrar, String word) {
            this.registrar = registrar;
            this.word = word;
        }

        Comparison machine() {
            return switch (this) {
                case NOT_VERIFIED -> new Comparison.Different(BASIS);
                case TOO_CLOSE -> unanswered(Obstacle.NEAR_THRESHOLD);
                case PICTURE -> unanswered(Obstacle.NOT_LIVE);
                case VERIFIED -> new Comparison.Same(BASIS);
            };
        }

        private static Comparison unanswered(Obstacle obstacle) {
            return new Comparison.Unanswered(obstacle, Optional.empty(), Optional.of(BASIS));
        }
    }

    @ParameterizedTest
    @EnumSource(Dissent.class)
    void withoutAReasonNothingChangesAndThePicturesStay(Dissent dissent) throws Exception {
        Scene scene = scene(dissent.machine(), Route.FACE);
        int lines = scene.lines.size();
        var missing = new Answer.Rejected(Rejection.REASON_MISSING);
        assertEquals(missing, scene.give(compare(dissent.registrar, NONE, "")));
        assertEquals(missing, scene.give(compare(dissent.registrar, NONE, "words alone")));
        assertEquals(missing, scene.give(compare(dissent.registrar, Optional.of(Contradiction.OTHER), " ")));
        assertEquals(Step.COMPARISON, scene.step());
        assertEquals(lines, scene.lines.size());
        assertTrue(scene.counter.live(Party.A).isPresent());
        assertTrue(scene.counter.portrait(Party.A).isPresent());
    }

    @ParameterizedTest
    @EnumSource(Dissent.class)
    void theReasonStandsInTheAuditAndItsWordsAsADigest(Dissent dissent) throws Exception {
        Scene scene = scene(dissent.machine(), Route.FACE);
        scene.accept(compare(dissent.registrar, Optional.of(Contradiction.LOOKS_CHANGED), ""));
        assertEquals("A " + dissent.registrar + " against " + dissent.word + " LOOKS_CHANGED", last(scene));
        assertEquals(Optional.of(Contradiction.LOOKS_CHANGED), made(scene).because());
        Command other = compare(dissent.registrar, Optional.of(Contradiction.OTHER), "twin of a known one");
        scene.accept(other);
        String digest = Digest.of(scene.encounter() + "\n" + "twin of a known one");
        assertEquals("A " + dissent.registrar + " against " + dissent.word + " OTHER " + digest, last(scene));
        assertFalse((scene.lines + other.toString()).contains("twin"));
    }

    @ParameterizedTest
    @EnumSource(Dissent.class)
    void whoAgreesOrCannotTellNeedsNoReasonAndNoneIsKept(Dissent dissent) throws Exception {
        for (Finding finding : EnumSet.complementOf(EnumSet.of(dissent.registrar))) {
            Scene scene = scene(dissent.machine(), Route.FACE);
            scene.accept(compare(finding, Optional.of(Contradiction.LOOKS_CHANGED), "idle words"));
            assertEquals("A " + finding, last(scene));
            assertEquals(Optional.empty(), made(scene).because());
        }
    }

    @Test
    void aCorrectionNeedsAReasonAsTheFirstComparisonDoes() throws Exception {
        Scene scene = scene(new Comparison.Same(BASIS), Route.FACE);
        scene.accept(compare(Finding.SAME_PERSON, NONE, ""));
        assertEquals(
                new Answer.Rejected(Rejection.REASON_MISSING), scene.give(compare(Finding.NOT_SAME_PERSON, NONE, "")));
        assertEquals(Finding.SAME_PERSON, made(scene).finding());
        scene.accept(compare(Finding.NOT_SAME_PERSON, Optional.of(Contradiction.FEATURES_DIFFER), ""));
        assertEquals(Finding.NOT_SAME_PERSON, made(scene).finding());
    }

    /** Invariant I5. */
    @ParameterizedTest
    @EnumSource(Finding.class)
    void theWayWithoutFaceNeverNeedsAReason(Finding finding) throws Exception {
        Scene scene = scene(new Comparison.Different(BASIS), Route.WITHOUT_FACE);
        scene.accept(compare(finding, NONE, ""));
        assertEquals("A " + finding, last(scene));
    }

    @Test
    void aMachineThatCouldNotAnswerIsContradictedByNobody() {
        Set<Cause> doubts = Stream.of(Cause.values())
                .filter(cause ->
                        new Verification.Inconclusive(cause).contradictedBy().isPresent())
                .collect(Collectors.toSet());
        assertEquals(Set.of(Cause.NEAR_THRESHOLD, Cause.NOT_LIVE), doubts);
    }

    @Test
    void wordsHaveABound() {
        String longest = "字".repeat(Command.REASON_MAX);
        assertEquals(
                longest,
                new Command.Compare(Scene.LI, Party.A, Finding.SAME_PERSON, NONE, " " + longest + " ").words());
        assertThrows(IllegalArgumentException.class, () -> compare(Finding.SAME_PERSON, NONE, longest + "字"));
    }

    /** A model that says one thing of everybody. */
    private record Answering(Comparison answer) implements FaceComparison {
        @Override
        public Optional<Obstacle> absence() {
            return Optional.empty();
        }

        @Override
        public Comparison compare(Portrait probe, Portrait reference) {
            return answer;
        }

        @Override
        public void forget() {}
    }
}
