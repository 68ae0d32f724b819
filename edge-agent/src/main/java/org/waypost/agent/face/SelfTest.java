package org.waypost.agent.face;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How alike an embedder found its two built-in pictures, which show nobody, when it was loaded.
 *
 * @param recorded cosine similarity in the manifest, -1..1; empty if nobody recorded one
 * @param seen what it computes here; NaN of a model that computes nothing
 */
public record SelfTest(Optional<Double> recorded, double seen) {
    /** Processors round differently; another model is further off. */
    public static final double TOLERANCE = 0.01;

    public SelfTest {
        requireNonNull(recorded);
    }

    /** What nobody recorded is not failed here, and answers nothing. NaN fails. */
    boolean passes() {
        return recorded.map(wanted -> Math.abs(seen - wanted) <= TOLERANCE).orElseGet(() -> Double.isFinite(seen));
    }
}
