package org.waypost.drivers.simulated;

/** How a finger lies on the sensor. */
public enum FingerCondition {
    CLEAN,
    /** Light and broken ridges. */
    DRY,
    /** Ridges that run into one another. */
    WET,
    /** The tip only. */
    PARTIAL,
    /** Moved while it was looked at: clouds in place of ridges. */
    SMUDGED
}
