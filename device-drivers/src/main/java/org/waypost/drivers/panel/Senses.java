package org.waypost.drivers.panel;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.waypost.drivers.panel.Board.InputLines;
import org.waypost.drivers.panel.PanelWatch.Tamper;

/**
 * The sensing side of a panel. Knows no line that is driven and nothing that knows one: an event cannot light a lamp.
 * Safe for use by several threads.
 */
final class Senses {
    /** So that an edge which nobody told of is found. */
    private static final long LOOK_EVERY = Duration.ofMillis(500).toNanos();

    private final InputLines lines;
    private final TamperLatch latch;
    private final Debounce debounce;
    private final ReentrantLock lock = new ReentrantLock();
    private long lookedAt;

    /** Looks at every line once. */
    Senses(InputLines lines, long now, TamperLatch latch, Duration presenceHold, Debounce.Telling telling)
            throws BoardLost {
        this.lines = lines;
        this.latch = latch;
        this.lookedAt = now;
        Map<PanelInput, Level> levels = new EnumMap<>(PanelInput.class);
        for (PanelInput input : PanelInput.values()) {
            levels.put(input, lines.level(input));
        }
        this.debounce = new Debounce(levels, now, latch, presenceHold, telling);
    }

    void edge(Edge edge) {
        lock.lock();
        try {
            debounce.edge(edge);
        } finally {
            lock.unlock();
        }
    }

    /** Lets time pass, and looks at the lines twice a second. */
    void passes(long now) throws BoardLost {
        lock.lock();
        try {
            if (now - lookedAt >= LOOK_EVERY) {
                lookedAt = now;
                for (PanelInput input : PanelInput.values()) {
                    debounce.looked(input, lines.level(input), now);
                }
            }
            debounce.passes(now);
        } finally {
            lock.unlock();
        }
    }

    /** Nanoseconds until {@link #passes} is due if no edge comes. */
    long left(long now) {
        lock.lock();
        try {
            return Math.min(debounce.left(now), Math.max(0, lookedAt + LOOK_EVERY - now));
        } finally {
            lock.unlock();
        }
    }

    /** Clears the latch unless the loop is open. */
    Tamper reset() {
        lock.lock();
        try {
            if (debounce.isTamperOpen()) {
                return Tamper.OPEN;
            }
            latch.clear();
            return Tamper.INTACT;
        } finally {
            lock.unlock();
        }
    }
}
