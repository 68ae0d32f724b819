package org.waypost.trials;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The system's clock, set wrong by any length. Safe for use by several threads. */
final class JumpingClock implements InstantSource {
    private final AtomicReference<Duration> wrongBy = new AtomicReference<>(Duration.ZERO);

    /** From now on that much later, or earlier, than the system says. */
    void set(Duration by) {
        wrongBy.set(by);
    }

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(wrongBy.get());
    }
}
