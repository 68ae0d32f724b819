package org.waypost.agent.report;

import java.time.Duration;

/**
 * How long a terminal waits for a receipt before it sends a report again: by the waits so far, so that a hub which is
 * late for everybody does not get everything twice and become later still (RFC 6298, sections 2 and 5, "Computing TCP's
 * Retransmission Timer"). For one thread.
 */
public final class Patience {
    /** The least, and what it is before anything was answered. */
    public static final Duration LEAST = Duration.ofSeconds(30);

    /** The longest. */
    public static final Duration MOST = Duration.ofHours(1);

    private static final double OF_THE_MEAN = 1.0 / 8;
    private static final double OF_THE_VARIATION = 1.0 / 4;
    private static final int VARIATIONS = 4;

    private double mean;
    private double variation;
    private boolean measured;

    /** Takes into account how long a receipt took, in nanoseconds; not one of a report that was sent more than once. */
    public void measured(long nanos) {
        if (measured) {
            variation += OF_THE_VARIATION * (Math.abs(mean - nanos) - variation);
            mean += OF_THE_MEAN * (nanos - mean);
        } else {
            mean = nanos;
            variation = nanos / 2.0;
            measured = true;
        }
    }

    /** For a report that is sent now, {@link #LEAST} to {@link #MOST}. */
    public Duration first() {
        return within(Duration.ofNanos((long) (mean + VARIATIONS * variation)));
    }

    /** For the next time, after this long was not enough. */
    public static Duration after(Duration patience) {
        return within(patience.multipliedBy(2));
    }

    private static Duration within(Duration patience) {
        if (patience.compareTo(LEAST) < 0) {
            return LEAST;
        }
        return patience.compareTo(MOST) > 0 ? MOST : patience;
    }
}
