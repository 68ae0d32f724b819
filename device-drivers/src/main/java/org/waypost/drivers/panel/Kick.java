package org.waypost.drivers.panel;

import java.time.Duration;

/** The square wave of 1 Hz that keeps the external watchdog from cutting the relay's supply. Used under a lock. */
final class Kick {
    private static final long HALF = Duration.ofMillis(500).toNanos();

    private final CheckedLines lines;
    private Level level = Level.LOW;
    private long turnedAt;

    Kick(CheckedLines lines, long now) {
        this.lines = lines;
        this.turnedAt = now;
    }

    /**
     * Turns the wave over if it is time; one that comes late does not catch up.
     *
     * @return whether it turned
     */
    boolean passes(long now) throws BoardLost {
        long late = now - turnedAt - HALF;
        if (late < 0) {
            return false;
        }
        turnedAt = late < HALF ? turnedAt + HALF : now;
        level = level == Level.LOW ? Level.HIGH : Level.LOW;
        lines.drive(PanelOutput.KICK, level);
        return true;
    }

    long left(long now) {
        return Math.max(0, turnedAt + HALF - now);
    }
}
