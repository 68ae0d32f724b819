package org.waypost.agent.report;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.waypost.contract.SignedHealth;

/**
 * When the terminal says how it is: as soon as a connection stands, then every 15 minutes, and never because something
 * happened, so that nobody can read from the wire when somebody stood at the counter (I10). For one thread.
 */
public final class HealthBeat {
    /** From one word to the next. */
    public static final Duration EVERY = Duration.ofMinutes(15);

    private static final System.Logger LOG = System.getLogger(HealthBeat.class.getName());

    private final Supplier<Optional<SignedHealth>> health;
    private final LongSupplier nanos;
    private long last;
    private boolean due;

    /**
     * A beat.
     *
     * @param health how the terminal is now; empty if it does not say
     * @param nanos monotonic time
     */
    public HealthBeat(Supplier<Optional<SignedHealth>> health, LongSupplier nanos) {
        this.health = health;
        this.nanos = nanos;
    }

    /** One that never says a word. */
    public static HealthBeat silent() {
        return new HealthBeat(Optional::empty, System::nanoTime);
    }

    /** A connection stands: the beat begins anew. */
    void connected() {
        due = true;
    }

    /** What is to be said now, if it is time. */
    Optional<SignedHealth> next() {
        long now = nanos.getAsLong();
        if (!due && now - last < EVERY.toNanos()) {
            return Optional.empty();
        }
        due = false;
        last = now;
        return said();
    }

    /** Reports come first: a defect here is told and must not end the connection that carries them. */
    private Optional<SignedHealth> said() {
        try {
            return health.get();
        } catch (RuntimeException defect) {
            LOG.log(WARNING, "the hub is not told how this terminal is", defect);
            return Optional.empty();
        }
    }
}
