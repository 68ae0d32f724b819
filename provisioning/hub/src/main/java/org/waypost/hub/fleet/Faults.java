package org.waypost.hub.fleet;

import java.time.Duration;
import java.time.Instant;
import org.waypost.contract.TerminalId;

/** How often each terminal sent what is not its own; one fault is forgiven each {@link #FORGIVEN_EVERY}. */
final class Faults {
    static final Duration FORGIVEN_EVERY = Duration.ofMinutes(1);

    /** Terminals remembered. */
    static final int REMEMBERED_MAX = 1_000;

    private final Remembered<Past> pasts = new Remembered<>(REMEMBERED_MAX);

    /** Counts one more; how many there are now. */
    int count(TerminalId terminal, Instant now) {
        Past past = pasts.getOrDefault(terminal, Past.NONE).forgiven(now).faulty(now);
        pasts.put(terminal, past);
        return past.faults;
    }

    /** How many are not forgiven. */
    int of(TerminalId terminal, Instant now) {
        Past past = pasts.get(terminal);
        if (past == null) {
            return 0;
        }
        Past today = past.forgiven(now);
        if (today.faults == 0) {
            pasts.remove(terminal);
        } else {
            pasts.put(terminal, today);
        }
        return today.faults;
    }

    void forget(TerminalId terminal) {
        pasts.remove(terminal);
    }

    /** @param since the last fault after none, or the last one that was forgiven */
    private record Past(int faults, Instant since) {
        static final Past NONE = new Past(0, Instant.EPOCH);

        Past forgiven(Instant now) {
            long minutes = Math.max(0, Duration.between(since, now).dividedBy(FORGIVEN_EVERY));
            Instant forgivenAt = since.plus(FORGIVEN_EVERY.multipliedBy(minutes));
            return new Past((int) Math.max(0, faults - minutes), forgivenAt);
        }

        Past faulty(Instant now) {
            return new Past(faults + 1, faults == 0 ? now : since);
        }
    }
}
