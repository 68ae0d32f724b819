package org.waypost.drivers.fingerprint;

/**
 * The one colour that the ring of light around a sensor shows, for a whole session. None that a person reads as a
 * verdict: no red, no green, no yellow. Source: R503 manual V1.2.2, AuraLedConfig (35), COLOUR.
 */
public enum LampColour {
    BLUE(2),
    PURPLE(3),
    /** Firmware from V1.2 on; an older one refuses it, and its lamp stays dark. */
    CYAN(6),
    /** As {@link #CYAN}. */
    WHITE(7);

    private final int code;

    LampColour(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
