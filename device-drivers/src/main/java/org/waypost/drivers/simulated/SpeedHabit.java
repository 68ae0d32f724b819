package org.waypost.drivers.simulated;

/** At which speed a module answers the command that changes its speed; makers differ, and no paper says. */
public enum SpeedHabit {
    ANSWERS_THEN_CHANGES,
    CHANGES_THEN_ANSWERS
}
