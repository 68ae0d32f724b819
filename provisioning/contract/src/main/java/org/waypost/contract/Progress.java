package org.waypost.contract;

/**
 * How far the desk is with a report, as the terminal that filed it may know: a closed list, so that no name and no
 * number of a person can come back with it. Always a named officer's decision at the desk (invariant I7).
 */
public enum Progress {
    /** An officer has taken the report on. */
    TAKEN_ON,
    /** The desk has a question: whoever filed is to call it. */
    QUESTION,
    /** The desk has acted on it. */
    ACTED_ON,
    /** Another authority goes on with it. */
    HANDED_OVER,
    /** The desk found no ground to act; filing was right all the same. */
    NO_GROUND_FOUND
}
