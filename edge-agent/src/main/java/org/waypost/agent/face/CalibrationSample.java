package org.waypost.agent.face;

import org.waypost.agent.face.FaceComparison.Obstacle;
import org.waypost.agent.face.FaceComparison.Side;

/** What two pictures give a calibration. */
public sealed interface CalibrationSample {
    /**
     * Both could be compared.
     *
     * @param similarity cosine, -1..1
     */
    record Measured(double similarity, FaceQuality live, FaceQuality document) implements CalibrationSample {}

    /** One was refused by a gate. */
    record Refused(Obstacle obstacle, Side side) implements CalibrationSample {}
}
