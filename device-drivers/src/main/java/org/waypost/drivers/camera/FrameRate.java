package org.waypost.drivers.camera;

/** Frames a second over the last 16. Used by one thread. */
final class FrameRate {
    private static final int FRAMES = 16;

    private final long[] stamps = new long[FRAMES];
    private int seen;

    /** Notes a frame; 0 for the first. */
    double after(long nanos) {
        long oldest = seen == 0 ? nanos : stamps[seen < FRAMES ? 0 : seen % FRAMES];
        stamps[seen++ % FRAMES] = nanos;
        return nanos == oldest ? 0 : Math.min(seen - 1, FRAMES) * 1e9 / (nanos - oldest);
    }
}
