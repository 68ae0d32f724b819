package org.waypost.kiosk.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.waypost.agent.face.FaceComparison.Obstacle;

/**
 * How the comparison of faces is at a terminal whose face mode is on. It is found out once, when the models are loaded
 * and tested; no use of them changes it.
 *
 * @param obstacle why faces are not assessed; empty if they are
 * @param since when that was found out
 */
public record ModelHealth(Optional<Obstacle> obstacle, Instant since) {
    public ModelHealth {
        requireNonNull(obstacle);
        requireNonNull(since);
    }
}
