package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Presses of the help button that belong together. Whose hand it was is not known.
 *
 * @param ids under which the audit has them: the case's own, or a random one
 * @param first the earliest press
 * @param last the latest one
 * @param times how many, 1 or more
 */
public record HelpCall(Set<UUID> ids, Instant first, Instant last, long times) {
    public HelpCall {
        ids = Set.copyOf(ids);
        requireNonNull(first);
        requireNonNull(last);
        if (ids.isEmpty() || times < 1 || last.isBefore(first)) {
            throw new IllegalArgumentException("a call for help is at least one press with an id");
        }
    }

    static HelpCall pressed(UUID id, Instant at) {
        return new HelpCall(Set.of(id), at, at, 1);
    }

    /** All of them as one; empty if there are none. */
    public static Optional<HelpCall> of(Map<UUID, List<Instant>> presses) {
        return presses.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(at -> pressed(one.getKey(), at)))
                .reduce(HelpCall::and);
    }

    HelpCall and(HelpCall other) {
        Set<UUID> all = new HashSet<>(ids);
        all.addAll(other.ids);
        Instant begun = first.isBefore(other.first) ? first : other.first;
        Instant ended = last.isAfter(other.last) ? last : other.last;
        return new HelpCall(all, begun, ended, times + other.times);
    }

    /** Nothing: a log line must not tell that somebody asked for help. */
    @Override
    public String toString() {
        return "HelpCall[]";
    }
}
