package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.waypost.agent.finger.FingerComparison;
import org.waypost.agent.finger.FingerSession;
import org.waypost.drivers.fingerprint.Fingerprint;

/**
 * How a counter uses fingers.
 *
 * @param comparison of exactly two
 * @param retention how long the print of an identification may lie in memory, whatever happens: 1 to 120 minutes
 */
public record FingerUse(FingerComparison comparison, Duration retention) {
    /** Upper bound of a print's life (invariant I3). */
    public static final Duration RETENTION_MAX = Duration.ofHours(2);

    public FingerUse {
        requireNonNull(comparison);
        if (retention.compareTo(Duration.ofMinutes(1)) < 0 || retention.compareTo(RETENTION_MAX) > 0) {
            throw new IllegalArgumentException("a print is held for 1 to 120 minutes");
        }
    }

    /** @param identified the session's own from now on */
    FingerSession session(Fingerprint identified) {
        return new FingerSession(comparison, identified);
    }
}
