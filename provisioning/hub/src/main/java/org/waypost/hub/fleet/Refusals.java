package org.waypost.hub.fleet;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.waypost.contract.TerminalId;

/**
 * How often this hub refused what, by terminal where one is known, since it started. Of more than
 * {@value #TERMINALS_MAX} terminals, the one that was met longest ago is forgotten. Safe for use by several threads.
 */
public final class Refusals {
    /** Terminals remembered. */
    static final int TERMINALS_MAX = 1_000;

    private final Remembered<Map<Refusal, Long>> terminals = new Remembered<>(TERMINALS_MAX);
    private final Map<Refusal, Long> others = new EnumMap<>(Refusal.class);

    /** Counts one. */
    public synchronized void count(Optional<TerminalId> from, Refusal why) {
        from.map(this::of).orElse(others).merge(why, 1L, Long::sum);
    }

    private Map<Refusal, Long> of(TerminalId terminal) {
        return terminals.computeIfAbsent(terminal, first -> new EnumMap<>(Refusal.class));
    }

    /** Those of each terminal. */
    synchronized Map<TerminalId, Map<Refusal, Long>> byTerminal() {
        Map<TerminalId, Map<Refusal, Long>> copy = new HashMap<>();
        terminals.forEach((terminal, counts) -> copy.put(terminal, Map.copyOf(counts)));
        return copy;
    }

    /** Those that came from nowhere that is known. */
    synchronized Map<Refusal, Long> ofNobody() {
        return Map.copyOf(others);
    }
}
