package org.waypost.agent.face;

import org.waypost.drivers.device.Portrait;

/**
 * Asks whether two portraits show one person. Takes exactly two (invariant I1), keeps neither, closes neither. Never
 * throws for what a picture may show.
 */
public interface FaceComparison {

    /** Whether there is a model to compare with; without one every answer is {@link Obstacle#MODEL_ABSENT}. */
    boolean ready();

    /**
     * Compares one live portrait with the one of the person's own document.
     *
     * @param probe the living person
     * @param reference the document
     */
    Comparison compare(Portrait probe, Portrait reference);

    /** What came of one comparison. There is no score in it: nobody reads a score as a probability. */
    sealed interface Comparison {
        /** Both portraits show one person. */
        record Same() implements Comparison {}

        /** The portraits show two persons. */
        record Different() implements Comparison {}

        /** No answer; says nothing about the person. */
        record Unanswered(Obstacle obstacle) implements Comparison {}
    }

    /** Why there is no answer. */
    enum Obstacle {
        MODEL_ABSENT,
        NO_FACE,
        SEVERAL_FACES,
        POOR_QUALITY,
        NEAR_THRESHOLD,
        NOT_LIVE
    }
}
