package org.waypost.agent.encounter;

/** One of the two who marry; A is the one who comes to the counter first, nothing else. */
public enum Party {
    A,
    B;

    /** The other one. */
    public Party other() {
        return this == A ? B : A;
    }
}
