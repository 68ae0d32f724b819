package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two times of a counter.
 *
 * @param wall what is written down
 * @param nanos what is measured with, as {@link System#nanoTime()}
 */
public record Clocks(InstantSource wall, LongSupplier nanos) {
    public Clocks {
        requireNonNull(wall);
        requireNonNull(nanos);
    }
}
