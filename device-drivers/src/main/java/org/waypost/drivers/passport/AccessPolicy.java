package org.waypost.drivers.passport;

/**
 * How far the operator lets a terminal go down to basic access control (BAC), whose keys can be guessed from a recorded
 * session. What was used is in {@link ChipReport#access}. ICAO Doc 9303-11, section 4.2.
 */
public enum AccessPolicy {
    /** PACE or nothing. */
    PACE_ONLY,
    /** BAC for chips that offer nothing better. */
    BAC_WITHOUT_PACE,
    /** BAC also after a chip's PACE has failed. */
    BAC_AFTER_FAILED_PACE
}
