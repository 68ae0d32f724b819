package org.waypost.hub.fleet;

/** Why something that came was not taken. */
public enum Refusal {
    /** On a topic on which terminals do not speak. */
    NOT_A_TERMINALS_TOPIC,
    /** It is not what its topic carries. */
    MALFORMED,
    /** Its terminal is not enrolled here. */
    UNKNOWN_TERMINAL,
    /** The terminal did not sign it, or signed it for another topic. */
    BAD_SIGNATURE,
    /**
     * A health older than the last one, or of another day: sent again, or the terminal's clock is wrong. Or an
     * acknowledgement of what does not wait for one.
     */
    STALE,
    /** It found a bug of the hub's, which the log shows. */
    UNREADABLE,
    /** Its terminal is read slowly, and too many of its messages wait: see {@link Conduct}. */
    NOT_READ,
    /** Its terminal is in quarantine, and nobody is in danger: the terminal keeps it and sends it again. */
    HELD_BACK,
    /** Another one was stored under its id or number. */
    CONFLICT,
    /** It amends what this terminal did not file here, or what was let go by age. */
    NO_SUCH_REPORT,
    /** It is sealed to another desk. */
    NOT_FOR_THIS_DESK,
    /** What is under the seal is no report. */
    NOT_A_REPORT,
    /** A tip that the desk cannot open; from which station is not kept (invariant I15). */
    TIP
}
