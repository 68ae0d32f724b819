package org.waypost.drivers.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The debouncing under times given in milliseconds; nothing else moves it. */
final class DebounceBench {
    // overflows within the first second
    private static final long ORIGIN = Long.MAX_VALUE - 500_000_000L;

    final List<PanelEvent> events = new ArrayList<>();
    final TamperLatch latch = new TamperLatch();
    final Debounce debounce;

    DebounceBench(PanelInput... active) {
        Map<PanelInput, Level> levels = new EnumMap<>(PanelInput.class);
        for (PanelInput input : PanelInput.values()) {
            levels.put(input, List.of(active).contains(input) ? input.active() : input.idle());
        }
        debounce = new Debounce(
                levels,
                ORIGIN,
                latch,
                Duration.ofSeconds(8),
                new Debounce.Telling(nanos -> Instant.EPOCH.plusNanos(nanos - ORIGIN), events::add));
    }

    static long nanos(double millis) {
        return ORIGIN + Math.round(millis * 1e6);
    }

    static Instant at(double millis) {
        return Instant.EPOCH.plusNanos(Math.round(millis * 1e6));
    }

    DebounceBench on(double millis, PanelInput input) {
        debounce.edge(new Edge(input, input.active(), nanos(millis)));
        return this;
    }

    DebounceBench off(double millis, PanelInput input) {
        debounce.edge(new Edge(input, input.idle(), nanos(millis)));
        return this;
    }

    DebounceBench until(double millis) {
        debounce.passes(nanos(millis));
        return this;
    }

    void assertEvents(PanelEvent... expected) {
        assertEquals(List.of(expected), events);
    }
}
