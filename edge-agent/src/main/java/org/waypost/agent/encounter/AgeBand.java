package org.waypost.agent.encounter;

/** Ages at which the law protects differently. */
public enum AgeBand {
    /** No face route (invariant I6). */
    UNDER_14,
    /** A minor. */
    UNDER_18,
    ADULT,
    /** No face route either: the clock is not to be trusted, and a child must not pass for older by it. */
    UNKNOWN
}
