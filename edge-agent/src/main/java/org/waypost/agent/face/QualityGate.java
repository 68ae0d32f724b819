package org.waypost.agent.face;

import java.util.Optional;
import org.waypost.agent.face.FaceComparison.Obstacle;

/**
 * What a face must have to be compared at all. The cut-offs separate gross cases only: they are set well outside of
 * what usable pictures of {@code trials.sh calibration} measure, which prints how many it would have refused.
 */
enum QualityGate {
    /** A picture of the camera. */
    LIVE(48, 45, 225, 40),
    /** A portrait of a document, which may be small and strongly compressed. */
    DOCUMENT(18, 35, 235, 12);

    private static final int MOST_TURN = 38;
    private static final int LEAST_COLOUR = 5;

    private final int eyeDistance;
    private final int darkest;
    private final int brightest;
    private final int sharpness;

    QualityGate(int eyeDistance, int darkest, int brightest, int sharpness) {
        this.eyeDistance = eyeDistance;
        this.darkest = darkest;
        this.brightest = brightest;
        this.sharpness = sharpness;
    }

    /** The first reason not to compare. */
    Optional<Obstacle> refuses(FaceQuality face) {
        if (face.eyeDistance() < eyeDistance) {
            return Optional.of(Obstacle.TOO_SMALL);
        }
        if (face.luminance() < darkest) {
            return Optional.of(Obstacle.TOO_DARK);
        }
        if (face.luminance() > brightest) {
            return Optional.of(Obstacle.TOO_BRIGHT);
        }
        if (face.colour() < LEAST_COLOUR) {
            return Optional.of(Obstacle.GREY);
        }
        if (face.turn() > MOST_TURN) {
            return Optional.of(Obstacle.TURNED_AWAY);
        }
        return face.sharpness() < sharpness ? Optional.of(Obstacle.BLURRED) : Optional.empty();
    }
}
