package org.waypost.agent.finger;

import org.waypost.agent.finger.FingerComparison.Comparison;
import org.waypost.agent.finger.FingerComparison.Obstacle;
import org.waypost.drivers.fingerprint.Fingerprint;

/**
 * The finger of one person from identification to signature (invariant I23). It holds the one print that was laid down
 * first, in memory that is zeroed when the session is closed; there is no way to a print of another session. Safe for
 * use by several threads.
 */
public final class FingerSession implements AutoCloseable {
    private final FingerComparison comparison;
    private final Fingerprint identified;
    private boolean over;

    /**
     * Begins a session.
     *
     * @param identified the print by which the person was identified; the session's own from now on, closed with it
     */
    public FingerSession(FingerComparison comparison, Fingerprint identified) {
        this.comparison = comparison;
        this.identified = identified;
    }

    /**
     * Whether the finger that signs is the one that identified.
     *
     * @param signing stays the caller's
     */
    public synchronized Comparison sign(Fingerprint signing) {
        return over ? new Comparison.Unanswered(Obstacle.SESSION_OVER) : comparison.compare(signing, identified);
    }

    /** Zeroes the print; a second call does nothing. */
    @Override
    public synchronized void close() {
        over = true;
        identified.close();
    }
}
