package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The private interview of one party, as its registrar records it.
 *
 * @param by who held it
 * @param at when it was recorded
 * @param interpreter nobody, or an impartial person
 * @param outcome what came of it
 */
public record Interview(Registrar by, Instant at, Interpreter interpreter, Outcome outcome) {
    public Interview {
        requireNonNull(by);
        requireNonNull(at);
        requireNonNull(interpreter);
        requireNonNull(outcome);
    }

    /** Whether the party was spoken to alone at all. */
    public boolean held() {
        return switch (outcome) {
            case FreeWillStated stated -> true;
            case NotStated notStated -> true;
            case CouldNotBeHeld notHeld -> false;
        };
    }

    /** What came of a private interview. */
    public sealed interface Outcome {}

    /** The party says freely that this marriage is the party's own will (Civil Code art. 1046). */
    public record FreeWillStated() implements Outcome {}

    /** The party does not say so; says nothing about why. */
    public record NotStated() implements Outcome {}

    /**
     * The party could not be spoken to alone; it may be tried again.
     *
     * @param reason 1 to 200 characters
     */
    public record CouldNotBeHeld(String reason) implements Outcome {
        public CouldNotBeHeld {
            reason = Words.some(200, "the reason", reason);
        }

        /** Nothing: it is free text. */
        @Override
        public String toString() {
            return "CouldNotBeHeld[]";
        }
    }
}
