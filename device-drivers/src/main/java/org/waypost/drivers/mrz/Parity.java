package org.waypost.drivers.mrz;

import java.util.OptionalInt;

/**
 * The parity a reader sends. The port runs with 8 data bits and none, so that a frame of 7 data bits and parity has the
 * same ten bits on the wire and the parity arrives as the highest bit.
 */
public enum Parity {
    /** 8 data bits, no parity. */
    NONE,
    /** 7 data bits, even number of ones with the parity bit. */
    EVEN,
    /** 7 data bits, odd number of ones with the parity bit. */
    ODD;

    /** The character of a byte 0..255 as received; none if its parity is wrong. */
    OptionalInt character(int received) {
        int ones = Integer.bitCount(received & 0xFF) % 2;
        return switch (this) {
            case NONE -> OptionalInt.of(received & 0xFF);
            case EVEN -> ones == 0 ? OptionalInt.of(received & 0x7F) : OptionalInt.empty();
            case ODD -> ones == 1 ? OptionalInt.of(received & 0x7F) : OptionalInt.empty();
        };
    }

    /** The byte that carries a character 0..127 (0..255 without parity). */
    public int carrier(int character) {
        return character(character).isPresent() ? character : character | 0x80;
    }
}
