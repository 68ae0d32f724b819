package org.waypost.drivers.panel;

/** The level of a line of 3.3 V logic. */
public enum Level {
    LOW,
    HIGH;

    static Level of(boolean high) {
        return high ? HIGH : LOW;
    }
}
