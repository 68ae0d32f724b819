package org.waypost.agent.verification;

import java.util.Optional;
import org.waypost.agent.face.FaceComparison;
import org.waypost.agent.face.FaceComparison.Comparison;
import org.waypost.agent.face.FaceComparison.Obstacle;
import org.waypost.agent.verification.Verification.Cause;
import org.waypost.agent.verification.Verification.Inconclusive;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.idcard.Document;

/**
 * Verifies one living person against the person's own document. Keeps nothing, closes nothing, and never passes anybody
 * in silence: whatever is missing makes the answer inconclusive. Thread safe if the comparison is.
 */
public final class Desk {
    private final FaceComparison faces;

    public Desk(FaceComparison faces) {
        this.faces = faces;
    }

    /**
     * One document against one live picture.
     *
     * @param document with or without a portrait; stays the caller's
     * @param live what the camera gave; stays the caller's
     * @param route only {@link Route#FACE} looks at a portrait
     */
    public Verification verify(Document document, Reading<Portrait> live, Route route) {
        return switch (route) {
            case WITHOUT_FACE -> new Inconclusive(Cause.DECLINED);
            case FACE -> faces.ready() ? compare(document.portrait(), live) : new Inconclusive(Cause.MODEL_ABSENT);
        };
    }

    private Verification compare(Optional<Portrait> reference, Reading<Portrait> live) {
        if (reference.isEmpty()) {
            return new Inconclusive(Cause.NO_PORTRAIT);
        }
        return switch (live) {
            case Reading.Taken<Portrait> probe -> answer(faces.compare(probe.value(), reference.get()));
            case Reading.Nobody<Portrait> nobody -> new Inconclusive(Cause.NO_FACE);
            case Reading.Faulty<Portrait> faulty -> new Inconclusive(Cause.DEVICE_FAULT);
        };
    }

    private static Verification answer(Comparison comparison) {
        return switch (comparison) {
            case Comparison.Same same -> new Verification.Verified();
            case Comparison.Different different -> new Verification.NotVerified();
            case Comparison.Unanswered unanswered -> new Inconclusive(cause(unanswered.obstacle()));
        };
    }

    private static Cause cause(Obstacle obstacle) {
        return switch (obstacle) {
            case MODEL_ABSENT -> Cause.MODEL_ABSENT;
            case NO_FACE -> Cause.NO_FACE;
            case SEVERAL_FACES -> Cause.SEVERAL_FACES;
            case POOR_QUALITY -> Cause.POOR_QUALITY;
            case NEAR_THRESHOLD -> Cause.NEAR_THRESHOLD;
            case NOT_LIVE -> Cause.NOT_LIVE;
        };
    }
}
