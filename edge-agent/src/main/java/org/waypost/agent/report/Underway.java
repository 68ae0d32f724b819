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

    private final LongSupplier nanos;
    private final Patience patience = new Patience();
    private final Set<UUID> sent = new HashSet<>();
    private final Set<UUID> answeredFirst = new HashSet<>();
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
        if (!answeredFirst.remove(report)) {
            Wait afresh = new Wait(progress, patience.first(), false);
            taken.merge(report, afresh, (before, now) -> new Wait(now.since, before.patience, true));
        }
    }

    /** The hub has answered it, which may be heard before the broker's acknowledgement. */
    void answered(UUID report) {
        if (sent.contains(report)) {
            answeredFirst.add(report);
        }
        Wait wait = taken.remove(report);
        if (wait != null && !wait.repeated) {
            patience.measured(nanos.getAsLong() - wait.since);
        }
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

    private record Wait(long since, Duration patience, boolean repeated) {
        Wait longer(long now) {
            return new Wait(now, Patience.after(patience), true);
        }
    }
}
