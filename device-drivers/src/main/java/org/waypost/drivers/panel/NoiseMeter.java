package org.waypost.drivers.panel;

/** Tells when a line makes more edges within a second than a hand or a sensor can. */
final class NoiseMeter {
    private static final long WINDOW = Debounce.NOISE_WINDOW.toNanos();
    private static final long QUIET = Debounce.NOISE_IS_OVER.toNanos();

    private final long[] edges = new long[Debounce.MOST_EDGES + 1];
    private long counted;
    private boolean noisy;
    private long noisyAt;

    /**
     * Counts an edge.
     *
     * @return whether the line became noisy by it; not again before it has kept quiet for a minute
     */
    boolean counts(long at) {
        edges[(int) (counted++ % edges.length)] = at;
        boolean tooMany = counted >= edges.length && at - edges[(int) (counted % edges.length)] < WINDOW;
        boolean news = tooMany && (!noisy || at - noisyAt >= QUIET);
        if (tooMany) {
            noisy = true;
            noisyAt = at;
        }
        return news;
    }
}
