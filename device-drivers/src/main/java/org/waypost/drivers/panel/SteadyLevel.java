package org.waypost.drivers.panel;

import java.time.Duration;

/**
 * Whether a line is active, once it has held long enough, and how often it changed without holding. Starts idle: what
 * is active from the beginning must hold like anything else. Times are nanoseconds of one {@link Edges}.
 */
final class SteadyLevel {
    private final long untilActive;
    private final long untilIdle;
    private boolean shown;
    private long shownSince;
    private boolean active;
    private long glitches;

    /**
     * A line.
     *
     * @param untilActive how long it must show active to be so
     * @param untilIdle how long it must show idle to be so
     */
    SteadyLevel(Duration untilActive, Duration untilIdle, boolean shown, long now) {
        this.untilActive = untilActive.toNanos();
        this.untilIdle = untilIdle.toNanos();
        this.shown = shown;
        this.shownSince = now;
    }

    /** Notes what the line shows from now on; {@link #settles} with the same time came before. */
    void shows(boolean level, long at) {
        if (level == shown) {
            return;
        }
        if (shown != active) {
            glitches++;
        }
        shown = level;
        shownSince = at;
    }

    /** Forgets what it was, and begins with this level. */
    void beginsAnew(boolean level, long at) {
        shown = level;
        shownSince = at;
        active = false;
    }

    /** Whether what is shown has now held long enough, and is new. */
    boolean settles(long now) {
        if (!isDue(now)) {
            return false;
        }
        active = shown;
        return true;
    }

    /** Whether {@link #settles} would answer yes. */
    boolean isDue(long now) {
        return shown != active && now - shownSince >= hold();
    }

    /** When what was shown last had held, or will have. */
    long heldAt() {
        return shownSince + hold();
    }

    /** Whether no edge came since then. */
    boolean isShownSince(long at) {
        return shownSince == at;
    }

    /** Time until {@link #settles} answers yes if no edge comes. */
    long left(long now) {
        return shown == active ? Long.MAX_VALUE : Math.max(0, heldAt() - now);
    }

    boolean isActive() {
        return active;
    }

    /** The raw level. */
    boolean isShownActive() {
        return shown;
    }

    long glitches() {
        return glitches;
    }

    private long hold() {
        return shown ? untilActive : untilIdle;
    }
}
