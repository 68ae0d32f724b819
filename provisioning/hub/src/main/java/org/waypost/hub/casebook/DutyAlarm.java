package org.waypost.hub.casebook;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Tells the operator's log that reports wait for an officer longer than they may: as soon as it is so, then at most
 * once each {@link #QUIET}, with their number and nothing of what they are. For one thread.
 */
public final class DutyAlarm {
    /** From one line to the next. */
    public static final Duration QUIET = Duration.ofMinutes(10);

    private static final System.Logger LOG = System.getLogger(DutyAlarm.class.getName());

    private final Casebook casebook;
    private final InstantSource clock;
    private Instant next = Instant.MIN;

    /** Watches one casebook. */
    public DutyAlarm(Casebook casebook, InstantSource clock) {
        this.casebook = casebook;
        this.clock = clock;
    }

    /** To be called from time to time; whether a line was written. */
    public boolean look() {
        Instant now = clock.instant();
        long late = now.isBefore(next) ? 0 : casebook.lateCount();
        if (late == 0) {
            return false;
        }
        next = now.plus(QUIET);
        LOG.log(
                Level.WARNING,
                "ALARM: {0} reports wait longer than they may and nobody has taken them on: call an officer to the desk",
                late);
        return true;
    }
}
