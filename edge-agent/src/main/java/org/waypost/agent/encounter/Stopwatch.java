package org.waypost.agent.encounter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.waypost.agent.encounter.Journey.Leg;
import org.waypost.agent.encounter.Journey.Stage;

/** Measures the steps of one case. Used under the counter's lock. */
final class Stopwatch {
    private final LongSupplier nanos;
    private final List<Leg> legs = new ArrayList<>();
    private long asked;

    Stopwatch(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void restart() {
        legs.clear();
    }

    /** A card is asked for from now on. */
    void cardAsked() {
        asked = nanos.getAsLong();
    }

    void cardRead(Party party) {
        note(Stage.CARD_READ, Optional.of(party), asked);
    }

    <T> T time(Stage stage, Party party, Supplier<T> work) {
        return time(stage, Optional.of(party), work);
    }

    <T> T time(Stage stage, Supplier<T> work) {
        return time(stage, Optional.empty(), work);
    }

    Journey journey() {
        return new Journey(legs);
    }

    /** Adds a step that was measured elsewhere. */
    void took(Stage stage, Party party, Duration took) {
        legs.add(new Leg(stage, Optional.of(party), took));
    }

    private <T> T time(Stage stage, Optional<Party> party, Supplier<T> work) {
        long from = nanos.getAsLong();
        T result = work.get();
        note(stage, party, from);
        return result;
    }

    private void note(Stage stage, Optional<Party> party, long from) {
        legs.add(new Leg(stage, party, Duration.ofNanos(nanos.getAsLong() - from)));
    }
}
