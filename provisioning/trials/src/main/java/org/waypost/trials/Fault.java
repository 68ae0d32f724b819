package org.waypost.trials;

/** What happens to a site while its terminals file. */
enum Fault {
    /** A terminal's connection is reset. */
    RESET,
    /** A terminal's line delivers byte by byte for some seconds. */
    SLICED,
    /** A terminal's line delivers late for some seconds. */
    DELAYED,
    /** A terminal's line delivers nothing for some seconds, then is reset. */
    SILENCE,
    /** A terminal's connection stands and delivers nothing ever again. */
    HALF_OPEN,
    /** A terminal's clock is set wrong: by an hour, a day or ten years, ahead or back. */
    CLOCK_JUMP,
    /** Kill -9 of a process with some terminals. */
    TERMINALS_KILLED,
    /** Kill -9 of the hub. */
    HUB_KILLED,
    /** Kill -9 of the broker, which keeps nothing over it. */
    BROKER_KILLED
}
