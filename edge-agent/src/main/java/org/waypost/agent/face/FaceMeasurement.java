package org.waypost.agent.face;

import java.util.Optional;
import org.waypost.agent.face.FaceComparison.Obstacle;
import org.waypost.agent.face.FaceComparison.Side;

/**
 * What came of two pictures: how alike they are, or which of them cannot be compared. Leaves the package for a
 * calibration alone.
 */
public sealed interface FaceMeasurement {
    /**
     * Both could be compared.
     *
     * @param similarity cosine, -1..1
     */
    record Measured(double similarity, FaceQuality live, FaceQuality document) implements FaceMeasurement {}

    /**
     * One could not be compared.
     *
     * @param live measures of the living person's picture, if it was looked at and has one face
     * @param document measures of the document's, likewise
     */
    record Unusable(Obstacle obstacle, Side side, Optional<FaceQuality> live, Optional<FaceQuality> document)
            implements FaceMeasurement {}
}
