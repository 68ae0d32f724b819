package org.waypost.drivers.panel;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.waypost.drivers.device.Ticker;

/** Edges on their way from a board to the panel's loop, and the time they carry. Safe for use by several threads. */
public interface Edges {
    /** More edges than this do not wait; levels are looked at twice a second, so that none is missed for long. */
    int MOST = 1_024;

    /** Nanoseconds since an arbitrary moment, as in {@link Ticker#nanos()}. */
    long nanos();

    /** A loop begins: what was left over from another is thrown away. */
    void begin();

    /** The loop ends: a {@link #take} that waits, or comes before the next {@link #begin}, gives none at once. */
    void end();

    /** Hands an edge over; never waits, and drops it if {@link #MOST} are waiting. */
    void put(Edge edge);

    /** Waits for the next edge, in the loop's thread. */
    Optional<Edge> take(Duration patience) throws InterruptedException;

    /** Edges in the time of this machine. */
    static Edges live(Ticker ticker) {
        // nothing in it: the end
        BlockingQueue<Optional<Edge>> waiting = new ArrayBlockingQueue<>(MOST);
        return new Edges() {
            private volatile boolean ended;

            @Override
            public long nanos() {
                return ticker.nanos();
            }

            @Override
            public void begin() {
                waiting.clear();
                ended = false;
            }

            @Override
            public void end() {
                ended = true;
                waiting.offer(Optional.empty());
            }

            @Override
            public void put(Edge edge) {
                waiting.offer(Optional.of(edge));
            }

            @Override
            public Optional<Edge> take(Duration patience) throws InterruptedException {
                if (ended) {
                    return Optional.empty();
                }
                Optional<Edge> edge = waiting.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
                return edge == null ? Optional.empty() : edge;
            }
        };
    }
}
