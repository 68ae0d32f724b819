package org.waypost.agent.encounter;

/**
 * Who interprets in a private interview. There is no case for a companion, and the name of a party is refused
 * (invariant I12). Kept in memory for the case only; in which language is never asked.
 */
public sealed interface Interpreter {

    /** Nobody is needed. */
    record None() implements Interpreter {}

    /**
     * A person who is neither a party nor with one; naming them is the registrar's word for it.
     *
     * @param name 1 to 60 characters
     */
    record Impartial(String name) implements Interpreter {
        public Impartial {
            name = Words.some(60, "the interpreter's name", name);
        }

        /** Nothing: a log line must never hold a name. */
        @Override
        public String toString() {
            return "Impartial[]";
        }
    }
}
