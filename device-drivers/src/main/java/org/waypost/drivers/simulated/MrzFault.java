package org.waypost.drivers.simulated;

/** What can go wrong with one swipe. */
public enum MrzFault {
    /** The message ends in the middle of its last line. */
    TORN,
    /** The mark at the end is missing: ETX and check byte, or the last line end. */
    NO_TERMINATOR,
    /** One byte arrives with its highest bit turned over. */
    GARBLED_BYTE,
    /** One character of the document number or birth date is read wrong; the message is whole. */
    MISREAD,
    /** The check byte of the message is wrong, where there is one. */
    WRONG_CHECK,
    /** The message is sent twice. */
    DOUBLE_READ,
    /** The message holds 600 characters. */
    OVERLONG,
    /** Noise before the message. */
    NOISE_BEFORE,
    /** The message comes in two halves 60 ms apart. */
    SPLIT,
    /** The halves are 900 ms apart. */
    PAUSE_WITHIN,
    /** Nothing is sent. */
    SILENCE
}
