package org.waypost.drivers.panel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Makes events of edges: every rule by which an input means something stands here and in the {@link InputRule}s. Moves
 * only by the times it is given, which never run back: an earlier one counts as the latest so far. Used by one thread.
 */
final class Debounce {
    /** For the loop to count as open, or as closed again. */
    static final Duration TAMPER_HOLDS = Duration.ofMillis(50);
    /** Filters what a lamp ballast or a telephone puts on the wire. */
    static final Duration HELP_HOLDS = Duration.ofMillis(100);

    static final Duration HELP_IS_DEAD = Duration.ofSeconds(3);
    static final Duration HELP_IS_STUCK = Duration.ofSeconds(30);
    static final Duration PRESENCE_BEGINS = Duration.ofMillis(200);
    /** For a passive infrared sensor after power. */
    static final Duration PRESENCE_WARMS_UP = Duration.ofSeconds(60);
    /** More than these within {@link #NOISE_WINDOW} are a fault. */
    static final int MOST_EDGES = 20;

    static final Duration NOISE_WINDOW = Duration.ofSeconds(1);
    /** So that a line which flutters about the limit is told once a minute at most. */
    static final Duration NOISE_IS_OVER = Duration.ofMinutes(1);

    private final Map<PanelInput, InputRule> rules = new EnumMap<>(PanelInput.class);
    private final Map<PanelInput, NoiseMeter> meters = new EnumMap<>(PanelInput.class);
    private final TamperRule tamper;
    private final Telling telling;
    private long latest;

    /**
     * Begins.
     *
     * @param levels of this moment, one for each input
     * @param now nanoseconds, of the same origin as those of the edges
     */
    Debounce(Map<PanelInput, Level> levels, long now, TamperLatch latch, Duration presenceHold, Telling telling) {
        this.telling = telling;
        this.latest = now;
        this.tamper = new TamperRule(isActive(levels, PanelInput.TAMPER), now, latch, telling);
        rules.put(PanelInput.TAMPER, tamper);
        rules.put(PanelInput.HELP, new HelpRule(isActive(levels, PanelInput.HELP), now, telling));
        rules.put(
                PanelInput.PRESENCE,
                new PresenceRule(isActive(levels, PanelInput.PRESENCE), now, presenceHold, telling));
        rules.keySet().forEach(input -> meters.put(input, new NoiseMeter()));
    }

    /**
     * To whom events are told.
     *
     * @param calendar the instant of a time in nanoseconds
     */
    record Telling(LongFunction<Instant> calendar, Consumer<PanelEvent> sink) {}

    /** Takes an edge; what time alone brought about before it is told first. */
    void edge(Edge edge) {
        passes(edge.nanos());
        InputRule rule = rule(edge.input());
        rule.shows(edge.level() == edge.input().active(), latest);
        if (meter(edge.input()).counts(latest)) {
            telling.sink()
                    .accept(new PanelEvent.LineNoisy(telling.calendar().apply(latest), edge.input(), rule.glitches()));
        }
    }

    /** Takes a level that was looked at; one that no edge told of counts as an edge. */
    void looked(PanelInput input, Level level, long now) {
        if ((level == input.active()) != rule(input).isShownActive()) {
            edge(new Edge(input, level, now));
        }
    }

    /** Tells what the passing of time without an edge brought about. */
    void passes(long now) {
        latest = now - latest > 0 ? now : latest;
        rules.values().forEach(rule -> rule.passes(latest));
    }

    /** Nanoseconds until {@link #passes} has something to tell if no edge comes; {@code Long.MAX_VALUE} for never. */
    long left(long now) {
        long from = now - latest > 0 ? now : latest;
        return rules.values().stream().mapToLong(rule -> rule.left(from)).min().orElseThrow();
    }

    /** Whether the tamper loop is or may be open. */
    boolean isTamperOpen() {
        return tamper.isOpen();
    }

    /** Changes of an input that went back before they meant anything. */
    long glitches(PanelInput input) {
        return rule(input).glitches();
    }

    private InputRule rule(PanelInput input) {
        return requireNonNull(rules.get(input));
    }

    private NoiseMeter meter(PanelInput input) {
        return requireNonNull(meters.get(input));
    }

    private static boolean isActive(Map<PanelInput, Level> levels, PanelInput input) {
        return levels.get(input) == input.active();
    }
}
