package org.waypost.agent.verification;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.waypost.drivers.device.Portrait;

/**
 * What a desk found, and the picture of the living person it looked at.
 *
 * @param live for the officer's own comparison; who receives the answer owns and closes it
 */
public record DeskAnswer(Verification verification, Optional<Portrait> live) implements AutoCloseable {
    public DeskAnswer {
        requireNonNull(verification);
        requireNonNull(live);
    }

    static DeskAnswer without(Verification.Cause cause) {
        return new DeskAnswer(new Verification.Inconclusive(cause), Optional.empty());
    }

    /** Wipes the picture. */
    @Override
    public void close() {
        live.ifPresent(Portrait::close);
    }
}
