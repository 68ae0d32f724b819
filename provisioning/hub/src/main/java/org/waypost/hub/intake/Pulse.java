package org.waypost.hub.intake;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether the other end of a line may still live, by when bytes came from it. What was sent before is let pass first,
 * as over a line of {@value #SLOWEST} bytes a second: a long message on a bad line is no dead line. Safe for use by
 * several threads.
 */
final class Pulse {
    /** Bytes a second of the slowest line that is held. */
    static final int SLOWEST = 1_000;

    private static final long NANOS_A_BYTE = Duration.ofSeconds(1).toNanos() / SLOWEST;

    private final LongSupplier nanos;
    private long heard;
    private long through;

    /** Nothing sent and just heard; counts monotonic time. */
    Pulse(LongSupplier nanos) {
        this.nanos = nanos;
        this.heard = nanos.getAsLong();
        this.through = heard;
    }

    synchronized void sent(int bytes) {
        through = later(through, nanos.getAsLong()) + bytes * NANOS_A_BYTE;
    }

    synchronized void heard() {
        heard = nanos.getAsLong();
    }

    /** Now, for {@link #silentSince}. */
    long now() {
        return nanos.getAsLong();
    }

    /** Whether nothing came since then. */
    synchronized boolean silentSince(long asked) {
        return heard - asked < 0;
    }

    /** Whether nothing came since then though all that was sent could have passed that long ago. */
    synchronized boolean silentSince(long asked, Duration patience) {
        return silentSince(asked) && nanos.getAsLong() - later(asked, through) >= patience.toNanos();
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
