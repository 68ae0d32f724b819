package org.waypost.agent.encounter;

/** Where a case stands, for the registrar. */
public enum Step {
    NO_CASE,
    NOTICE,
    ROUTE,
    DOCUMENT,
    COMPARISON,
    INTERVIEW,
    DECISION,
    /** Nobody did anything for too long: everything of the parties is wiped, a registrar closes or refers it. */
    LAPSED,
    /** Ended, by whatever way. */
    OVER
}
