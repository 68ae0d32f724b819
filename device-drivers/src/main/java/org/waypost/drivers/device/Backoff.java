package org.waypost.drivers.device;

import java.time.Duration;

/**
 * The pause before a device that failed is tried again: none at first, then 500 ms, doubled with each failure up to 8
 * s. One device on one terminal: nobody else waits for the same moment, so it is not scattered. Used by one thread.
 */
public final class Backoff {
    /** The pause after the first failure. */
    public static final Duration FIRST = Duration.ofMillis(500);

    /** The longest pause: a device that is plugged in again is found within it. */
    public static final Duration LONGEST = Duration.ofSeconds(8);

    private final Ticker ticker;
    private Duration pause = Duration.ZERO;
    private long failedAt;

    public Backoff(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Whether the last try failed. */
    public boolean isPausing() {
        return !pause.isZero();
    }

    /**
     * Waits for the pause to end.
     *
     * @param patience longest wait; zero or less does not wait
     * @return whether it has ended: the device may be tried
     */
    public boolean await(Duration patience) {
        Duration left = pause.isZero() ? pause : pause.minusNanos(ticker.nanos() - failedAt);
        ticker.pause(left.compareTo(patience) < 0 ? left : patience);
        return left.compareTo(patience) <= 0;
    }

    /** Notes a failure, from which the next pause counts. */
    public void failed() {
        Duration next = pause.isZero() ? FIRST : pause.multipliedBy(2);
        pause = next.compareTo(LONGEST) < 0 ? next : LONGEST;
        failedAt = ticker.nanos();
    }

    /** Notes that the device answers: the next failure begins anew. */
    public void succeeded() {
        pause = Duration.ZERO;
    }
}
