package org.waypost.trials;

/** What becomes of what was not yet forced to the disk when the power fails. */
enum PowerCut {
    NOTHING_PENDING_SURVIVES,
    ALL_PENDING_SURVIVES,
    /** Each sector, each new length and each change of a directory entry by the toss of a coin. */
    SOME_PENDING_SURVIVES
}
