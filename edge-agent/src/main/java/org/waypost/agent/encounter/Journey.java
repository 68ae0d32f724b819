package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long the steps of the current or last case took, for a technician; holds nothing of the parties.
 *
 * @param legs in the order they happened
 */
public record Journey(List<Leg> legs) {
    public Journey {
        legs = List.copyOf(legs);
    }

    /** One measured step; empty party where it is nobody's own. */
    public record Leg(Stage stage, Optional<Party> party, Duration took) {
        public Leg {
            requireNonNull(stage);
            requireNonNull(party);
            requireNonNull(took);
        }
    }

    /** What is measured. */
    public enum Stage {
        /** From the moment a card is asked for until it is read; includes the party's own time. */
        CARD_READ,
        VERIFIED,
        SCREENED,
        /** From the command until everything is written down and wiped. */
        DECIDED,
        /** The outbox alone, as part of {@link #DECIDED}. */
        OUTBOX
    }
}
