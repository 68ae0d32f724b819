package org.waypost.agent.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * The reports that one connection has carried and not heard the end of. A broker may keep silent about one, and may
 * lose one that it took, without the connection breaking for that. For one thread.
 */
final class Underway {
    /** From one acknowledgement to the next; the longest message takes a third of it over a line of 1 kB/s. */
    static final Duration ACKNOWLEDGED_WITHIN = Duration.ofMinutes(3);

    /** How long to wait for the hub's receipt before a report is sent again; twice as long each time. */
    static final Duration FIRST_PATIENCE = Duration.ofSeconds(30);

    /** The longest it becomes. */
    static final Duration LAST_PATIENCE = Duration.ofHours(1);

    private final LongSupplier nanos;
    private final Set<UUID> sent = new HashSet<>();
    private final Map<UUID, Wait> taken = new HashMap<>();
    private long progress;

    /** Nothing yet; counts monotonic time. */
    Underway(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Notes that a report is about to be sent. */
    void send(UUID report) {
        if (sent.isEmpty()) {
            progress = nanos.getAsLong();
        }
        sent.add(report);
    }

    /** Those that the broker has not acknowledged. */
    Set<UUID> unacknowledged() {
        return Set.copyOf(sent);
    }

    /** The broker has it. */
    void taken(UUID report) {
        sent.remove(report);
        progress = nanos.getAsLong();
        Wait afresh = new Wait(progress, FIRST_PATIENCE);
        taken.merge(report, afresh, (before, now) -> new Wait(now.since, before.patience));
    }

    /** The hub has answered it. */
    void answered(UUID report) {
        taken.remove(report);
    }

    /** Whether the broker owes acknowledgements and has given none for too long. */
    boolean stuck() {
        return !sent.isEmpty() && nanos.getAsLong() - progress >= ACKNOWLEDGED_WITHIN.toNanos();
    }

    /** The reports to be sent again, each named once until its patience is over again. */
    List<UUID> unanswered() {
        long now = nanos.getAsLong();
        List<UUID> over = new ArrayList<>();
        taken.replaceAll((report, wait) -> {
            if (now - wait.since < wait.patience.toNanos()) {
                return wait;
            }
            over.add(report);
            return wait.longer(now);
        });
        return over;
    }

    private record Wait(long since, Duration patience) {
        Wait longer(long now) {
            Duration twice = patience.multipliedBy(2);
            return new Wait(now, twice.compareTo(LAST_PATIENCE) > 0 ? LAST_PATIENCE : twice);
        }
    }
}
