package org.waypost.hub.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waypost.contract.Health;
import org.waypost.contract.TerminalId;
import org.waypost.hub.casebook.Officer;
import org.waypost.hub.casebook.Reason;

/** The terminals that are enrolled, and how they are. Safe for use by several threads. */
public final class Fleet {
    /** A terminal speaks every 15 minutes; after three beats without a word it is silent. */
    public static final Duration SILENCE = Duration.ofMinutes(50);

    /** A health of an hour further from the hub's clock than this is an old one sent again, or of a wrong clock. */
    static final Duration CLOCKS_APART = Duration.ofHours(24);

    private final HealthStore store;
    private final Quarantines quarantines;
    private final Supplier<? extends Collection<TerminalId>> enrolled;
    private final InstantSource clock;
    private final Conduct conduct;
    private final Refusals refusals = new Refusals();

    /** @param enrolled those whose key the hub has now */
    public Fleet(
            HealthStore store,
            Quarantines quarantines,
            Supplier<? extends Collection<TerminalId>> enrolled,
            InstantSource clock) {
        this.store = store;
        this.quarantines = quarantines;
        this.enrolled = enrolled;
        this.clock = clock;
        this.conduct = new Conduct(clock, quarantines);
    }

    /** How they behave. */
    public Conduct conduct() {
        return conduct;
    }

    /** What was not taken of them. */
    public Refusals refusals() {
        return refusals;
    }

    /** With whom something was not as it should be, by name; what came from nowhere that is known last. */
    public List<Irregular> irregular() {
        Map<TerminalId, Map<Refusal, Long>> refused = refusals.byTerminal();
        Map<TerminalId, Numbering> numbered =
                store.numbering().stream().collect(Collectors.toMap(Numbering::terminal, Function.identity()));
        Set<TerminalId> known = Set.copyOf(enrolled.get());
        Stream<Irregular> terminals = Stream.concat(refused.keySet().stream(), numbered.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(TerminalId::value))
                .map(terminal -> new Irregular(
                        Optional.of(terminal),
                        known.contains(terminal),
                        refused.getOrDefault(terminal, Map.of()),
                        Optional.ofNullable(numbered.get(terminal))));
        Stream<Irregular> nobody = Stream.of(refusals.ofNobody())
                .filter(counts -> !counts.isEmpty())
                .map(counts -> new Irregular(Optional.empty(), false, counts, Optional.empty()));
        return Stream.concat(terminals, nobody).toList();
    }

    /** Ends a terminal's quarantine in the name of an officer who looked at it; false if it is in none. */
    public boolean release(TerminalId terminal, Officer officer, Reason reason) {
        conduct.settle();
        boolean ended = quarantines.end(terminal, officer, reason);
        if (ended) {
            conduct.released(terminal);
        }
        return ended;
    }

    /** Takes in what terminals signed of themselves; what became of each, in the same order. */
    public List<Taking> take(List<Health> said) {
        Instant now = clock.instant();
        List<HealthStore.Heard> current = said.stream()
                .filter(health -> isOf(now, health))
                .map(health -> new HealthStore.Heard(health, now))
                .toList();
        Iterator<Boolean> kept = (current.isEmpty() ? List.<Boolean>of() : store.keep(current)).iterator();
        return said.stream()
                .map(health -> isOf(now, health) && kept.next() ? Taking.KEPT : Taking.NOT_OF_NOW)
                .toList();
    }

    private static boolean isOf(Instant now, Health health) {
        return Duration.between(health.hour(), now).abs().compareTo(CLOCKS_APART) <= 0;
    }

    /** Every enrolled terminal, the most pressing first; who is no longer enrolled is not listed. */
    public List<TerminalLine> lines() {
        conduct.settle();
        Instant now = clock.instant();
        Map<TerminalId, HealthStore.Heard> heard = store.all().stream()
                .collect(Collectors.toMap(last -> last.health().terminal(), Function.identity()));
        return enrolled.get().stream()
                .map(terminal -> TerminalLine.of(
                        terminal,
                        new TerminalLine.Reading(conduct.treatment(terminal), conduct.quarantine(terminal)),
                        Optional.ofNullable(heard.get(terminal)),
                        now))
                .sorted(Comparator.comparing(TerminalLine::standing)
                        .thenComparing(line -> line.terminal().value()))
                .toList();
    }

    /** What became of a message. */
    public enum Taking {
        KEPT,
        /** Of an hour before the last one, or far from the hub's clock: sent again by somebody, or a clock is wrong. */
        NOT_OF_NOW
    }
}
