package org.waypost.drivers.fingerprint;

import static java.util.Objects.requireNonNull;

/**
 * How one EF 01 module is spoken to.
 *
 * @param password its 32 bits, as one big-endian number; no protection, for it travels in clear
 * @param lamp the colour of its lamp, if it has one
 */
public record Ef01Settings(int password, LampColour lamp) {
    public Ef01Settings {
        requireNonNull(lamp);
    }

    /** A module as it leaves the factory: password 0; a blue lamp. */
    public static Ef01Settings usual() {
        return new Ef01Settings(0, LampColour.BLUE);
    }

    /** A password may be an operator's secret. */
    @Override
    public String toString() {
        return "Ef01Settings[" + lamp + "]";
    }
}
