package org.waypost.agent.report;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between tries: any length up to a limit that doubles from 1 s to 60 s (full jitter), so that a fleet does not
 * come back in one moment. For one thread.
 */
public final class Backoff {
    private static final long FIRST_MILLIS = 1_000;
    private static final long LAST_MILLIS = 60_000;

    private final RandomGenerator random;
    private long limit = FIRST_MILLIS;

    /** Draws the lengths from this source. */
    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        long millis = random.nextLong(limit + 1);
        limit = Math.min(LAST_MILLIS, limit * 2);
        return Duration.ofMillis(millis);
    }

    void reset() {
        limit = FIRST_MILLIS;
    }
}
