package org.waypost.hub.officer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.waypost.hub.casebook.Officer;

/**
 * How long after a refusal a name waits: 1, 2, 4... seconds up to five minutes, from the first on; an hour without
 * refusal forgets them. In memory of one hub, an entry for each enrolled officer at most. For one thread at a time.
 */
final class Slowing {
    static final Duration LONGEST = Duration.ofMinutes(5);
    static final Duration MEMORY = Duration.ofHours(1);

    private static final int DOUBLINGS_MAX = 9;

    private final InstantSource clock;
    private final Map<Officer, Refusals> refusals = new HashMap<>();

    Slowing(InstantSource clock) {
        this.clock = clock;
    }

    /** What is left to wait; empty if nothing. */
    Optional<Duration> wait(Officer officer) {
        Instant now = clock.instant();
        refusals.values().removeIf(past -> now.isAfter(past.last.plus(MEMORY)));
        return Optional.ofNullable(refusals.get(officer))
                .map(past -> Duration.between(now, past.next()))
                .filter(Duration::isPositive);
    }

    void refused(Officer officer) {
        refusals.merge(
                officer, new Refusals(1, clock.instant()), (past, now) -> new Refusals(past.count + 1, now.last));
    }

    void forget(Officer officer) {
        refusals.remove(officer);
    }

    private record Refusals(int count, Instant last) {
        Instant next() {
            Duration doubled = Duration.ofSeconds(1L << Math.min(count - 1, DOUBLINGS_MAX));
            return last.plus(doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
        }
    }
}
