package org.waypost.drivers.panel;

/** A line the terminal drives; each is active high, so that a line nobody drives is off. */
public enum PanelOutput {
    LAMP_RED,
    LAMP_AMBER,
    LAMP_GREEN,
    /** High energises the relay and releases the entry; low keeps it closed. */
    GATE,
    /** Square wave of 1 Hz to an external watchdog; the relay's supply falls when it stops. */
    KICK
}
