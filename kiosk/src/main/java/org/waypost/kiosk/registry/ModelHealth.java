package org.waypost.kiosk.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.waypost.agent.face.FaceComparison.Obstacle;
import org.waypost.agent.face.SelfTest;

/**
 * How the comparison of faces is at a terminal whose face mode is on. It is found out once, when the models are loaded
 * and tested; no use of them changes it.
 *
 * @param obstacle why faces are not assessed; empty if they are
 * @param since when that was found out
 * @param selfTest what the embedder computed then, if it came so far
 */
public record ModelHealth(Optional<Obstacle> obstacle, Instant since, Optional<SelfTest> selfTest) {
    public ModelHealth {
        requireNonNull(obstacle);
        requireNonNull(since);
        requireNonNull(selfTest);
    }

    /** A similarity as operators record it: four digits. */
    public static String shown(double similarity) {
        return String.format(Locale.ROOT, "%.4f", similarity);
    }
}
