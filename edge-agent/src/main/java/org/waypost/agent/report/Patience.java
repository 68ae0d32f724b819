package org.waypost.agent.report;

import java.time.Duration;

/**
 * How long to wait for the hub's receipts before everything unanswered is published again: 5 min at first, doubling to
 * 1 h while the hub is silent. Needed because a broker may lose what it took, and the connection need not break for
 * that. For one thread.
 */
final class Patience {
    private static final long FIRST = Duration.ofMinutes(5).toNanos();
    private static final long LAST = Duration.ofHours(1).toNanos();

    private long limit = FIRST;
    private long since = System.nanoTime();

    void answered() {
        limit = FIRST;
        since = System.nanoTime();
    }

    boolean isOver() {
        if (System.nanoTime() - since < limit) {
            return false;
        }
        limit = Math.min(LAST, limit * 2);
        since = System.nanoTime();
        return true;
    }
}
