package org.waypost.drivers.simulated;

/** What a reader says to a second find while the same card lies on it; makers differ. */
public enum IdleHabit {
    /** Found, each time. */
    KEEPS_REPORTING,
    /** Found once, then no card until it is lifted and laid down again. */
    REPORTS_ONCE
}
