package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

import org.waypost.agent.finger.FingerComparison.Comparison;

/** How far one finger of one party is, for the registrar alone. Nothing waits for it and nothing follows from it. */
public sealed interface FingerStep {

    /** Not asked for. */
    record NotAsked() implements FingerStep {}

    /** The party is asked to lay a finger on the reader. */
    record Asked() implements FingerStep {}

    /** The finger may be lifted; its picture is on the way. */
    record Lifted() implements FingerStep {}

    /** Given at the identification. */
    record Taken() implements FingerStep {}

    /** Signed with the finger of the identification. */
    record Same() implements FingerStep {}

    /** Most answers of this kind are errors: a reason to ask again, never a finding. */
    record Different() implements FingerStep {}

    /** Nothing came of it; never a negative answer. */
    record Unanswered(FingerCause cause) implements FingerStep {
        public Unanswered {
            requireNonNull(cause);
        }
    }

    static FingerStep of(Comparison comparison) {
        return switch (comparison) {
            case Comparison.Same same -> new Same();
            case Comparison.Different different -> new Different();
            case Comparison.Unanswered unanswered -> new Unanswered(FingerCause.of(unanswered.obstacle()));
        };
    }

    /** Whether something may still come of it. */
    default boolean isPending() {
        return switch (this) {
            case Asked asked -> true;
            case Lifted lifted -> true;
            case NotAsked notAsked -> false;
            case Taken taken -> false;
            case Same same -> false;
            case Different different -> false;
            case Unanswered unanswered -> false;
        };
    }

    /** As the audit has it: the word alone. */
    default String word() {
        return switch (this) {
            case Asked asked -> "Asked";
            case Lifted lifted -> "Lifted";
            case NotAsked notAsked -> "NotAsked";
            case Taken taken -> "Taken";
            case Same same -> "Same";
            case Different different -> "Different";
            case Unanswered unanswered -> "Unanswered " + unanswered.cause();
        };
    }
}
