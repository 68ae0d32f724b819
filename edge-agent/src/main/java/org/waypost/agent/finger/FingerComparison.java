package org.waypost.agent.finger;

import static java.util.Objects.requireNonNull;

import org.waypost.drivers.fingerprint.Fingerprint;

/**
 * Asks whether two prints are of one finger. Takes exactly two (invariant I1), keeps neither, closes neither. Never
 * throws for what a print may show.
 */
public interface FingerComparison {

    /**
     * Compares two prints of the person at the counter.
     *
     * @param probe the finger laid down now
     * @param reference the finger laid down before, in the same session
     */
    Comparison compare(Fingerprint probe, Fingerprint reference);

    /** What came of one comparison. There is no score in it: nobody reads a score as a probability. */
    sealed interface Comparison {
        /** Both prints are of one finger. */
        record Same() implements Comparison {}

        /** The prints are of two fingers. Most errors of this kind are false non-matches: a reason to try again. */
        record Different() implements Comparison {}

        /** No answer; says nothing about the person. */
        record Unanswered(Obstacle obstacle) implements Comparison {
            public Unanswered {
                requireNonNull(obstacle);
            }
        }
    }

    /** Why there is no answer. */
    enum Obstacle {
        /** Too light, dark, small or smudged; dry and worn fingers are ordinary. */
        POOR_PRINT,
        NEAR_THRESHOLD,
        /** The session is over, and with it the print it held. */
        SESSION_OVER,
        /** The print on the card needs a licensed matcher, and none is installed. */
        NO_MATCHER
    }
}
