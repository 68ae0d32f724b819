package org.waypost.drivers.panel;

/** What one input means over time. */
interface InputRule {

    /** The line shows this from now on; {@link #passes} with the same time came before. */
    void shows(boolean active, long at);

    /** Tells what the passing of time without an edge means. */
    void passes(long now);

    /** Time until {@link #passes} has something to tell if no edge comes; {@code Long.MAX_VALUE} for never. */
    long left(long now);

    /** The raw level. */
    boolean isShownActive();

    /** Changes that went back before they meant anything. */
    long glitches();
}
