package org.waypost.agent.verification;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.waypost.agent.document.IdentityDocument;
import org.waypost.agent.face.FaceComparison;
import org.waypost.agent.face.FaceComparison.Comparison;
import org.waypost.agent.face.FaceComparison.Obstacle;
import org.waypost.agent.face.FaceComparison.Side;
import org.waypost.agent.face.PortraitSource;
import org.waypost.agent.verification.Verification.Cause;
import org.waypost.agent.verification.Verification.Inconclusive;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;

/**
 * Verifies one living person against the person's own document. Keeps nothing, closes no document, and never passes
 * anybody in silence: whatever is missing makes the answer inconclusive. Thread safe if comparison and camera are.
 */
public final class Desk {
    /** A picture that is of no use, or too close to call, is followed by another; so many in all. */
    static final int PICTURES = 3;

    private final Function<PortraitSource, FaceComparison> faces;
    private final Supplier<Reading<Portrait>> camera;

    /**
     * A desk.
     *
     * @param faces compares with portraits of a source, by the thresholds of that
     * @param camera takes one picture of whoever stands there; asked on the route with face alone
     */
    public Desk(Function<PortraitSource, FaceComparison> faces, Supplier<Reading<Portrait>> camera) {
        this.faces = faces;
        this.camera = camera;
    }

    /**
     * One document against the person who stands there. May take some seconds: the camera waits for the person.
     *
     * @param document with or without a portrait; stays the caller's
     * @param route only {@link Route#FACE} looks at a portrait or asks the camera
     */
    public DeskAnswer verify(IdentityDocument document, Route route) {
        return switch (route) {
            case WITHOUT_FACE -> DeskAnswer.without(Cause.DECLINED);
            case FACE -> verify(document, faces.apply(document.source()));
        };
    }

    private DeskAnswer verify(IdentityDocument document, FaceComparison comparison) {
        return comparison
                .absence()
                .map(obstacle -> DeskAnswer.without(cause(obstacle)))
                .orElseGet(() -> compare(document, comparison));
    }

    private DeskAnswer compare(IdentityDocument document, FaceComparison comparison) {
        return document.portrait()
                .map(reference -> {
                    try {
                        return compare(reference, comparison);
                    } finally {
                        comparison.forget();
                    }
                })
                .orElseGet(() -> DeskAnswer.without(Cause.NO_PORTRAIT));
    }

    private DeskAnswer compare(Portrait reference, FaceComparison comparison) {
        for (int picture = 1; ; picture++) {
            DeskAnswer answer = once(reference, comparison);
            if (picture == PICTURES || isSettled(answer.verification())) {
                return answer;
            }
            answer.close();
        }
    }

    private DeskAnswer once(Portrait reference, FaceComparison comparison) {
        return switch (camera.get()) {
            case Reading.Taken<Portrait> live -> seen(live.value(), reference, comparison);
            case Reading.Nobody<Portrait> nobody -> DeskAnswer.without(Cause.NO_FACE);
            case Reading.Faulty<Portrait> faulty -> DeskAnswer.without(Cause.DEVICE_FAULT);
        };
    }

    private DeskAnswer seen(Portrait live, Portrait reference, FaceComparison comparison) {
        boolean answered = false;
        try {
            Verification verification = answer(comparison.compare(live, reference));
            answered = true;
            return new DeskAnswer(verification, Optional.of(live));
        } finally {
            if (!answered) {
                live.close();
            }
        }
    }

    private static Verification answer(Comparison comparison) {
        return switch (comparison) {
            case Comparison.Same same -> new Verification.Verified(same.basis());
            case Comparison.Different different -> new Verification.NotVerified(different.basis());
            case Comparison.Unanswered unanswered -> new Inconclusive(cause(unanswered), unanswered.basis());
        };
    }

    private static Cause cause(Comparison.Unanswered unanswered) {
        boolean inDocument = unanswered.side().filter(Side.DOCUMENT::equals).isPresent();
        return inDocument && unanswered.obstacle() != Obstacle.SEVERAL_FACES
                ? Cause.PORTRAIT_UNUSABLE
                : cause(unanswered.obstacle());
    }

    private static Cause cause(Obstacle obstacle) {
        return switch (obstacle) {
            case MODEL_ABSENT -> Cause.MODEL_ABSENT;
            case MODEL_CHANGED, MODEL_FAILED -> Cause.MODEL_UNUSABLE;
            case SELF_TEST_NOT_RECORDED, UNCALIBRATED -> Cause.UNCALIBRATED;
            case NO_FACE -> Cause.NO_FACE;
            case SEVERAL_FACES -> Cause.SEVERAL_FACES;
            case TOO_SMALL -> Cause.TOO_SMALL;
            case TOO_DARK -> Cause.TOO_DARK;
            case TOO_BRIGHT -> Cause.TOO_BRIGHT;
            case GREY -> Cause.GREY;
            case TURNED_AWAY -> Cause.TURNED_AWAY;
            case BLURRED -> Cause.BLURRED;
            case NEAR_THRESHOLD -> Cause.NEAR_THRESHOLD;
            case NOT_LIVE -> Cause.NOT_LIVE;
        };
    }

    /** Whether another picture of the person would change nothing. */
    private static boolean isSettled(Verification verification) {
        return switch (verification) {
            case Verification.Verified verified -> true;
            case Verification.NotVerified notVerified -> true;
            case Inconclusive inconclusive -> !inconclusive.cause().mayPass();
        };
    }
}
