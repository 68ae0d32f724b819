package org.waypost.hub.officer;

/** What a page or a form of the desk takes. */
public enum Right {
    /** The list of cases, and opening one, covered. */
    SEE_CASES,
    /** Taking a case on, and telling its terminal. */
    DECIDE_CASES,
    /** Seeing a case in clear, with another officer's consent or by broken glass. */
    UNCOVER_CASES,
    /** Consenting that another officer sees a case in clear. */
    CONSENT,
    /** Where glass was broken. */
    SEE_REVIEWS,
    /** Saying what one found of broken glass. */
    REVIEW,
    /** Tips, and answering them. */
    SEE_TIPS,
    /** How terminals are, and releasing one from quarantine. */
    SEE_TERMINALS,
    /** The record of what was done. */
    SEE_AUDIT
}
