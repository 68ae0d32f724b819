package org.waypost.drivers.simulated;

/** What can go wrong with one command or one scan of an engine. */
public enum CodeFault {
    /** The next command is not answered. */
    NO_REPLY,
    /** The CRC of the next reply is wrong (GM65 only). */
    WRONG_CRC,
    /** The next command is refused. */
    REFUSED,
    /** The next text stops half way. */
    TORN,
    /** The next text has no CR. */
    NO_TERMINATOR,
    /** The next text is sent again after one second. */
    DOUBLE_READ,
    /** One byte of the next text arrives with its highest bit turned over. */
    GARBLED_BYTE,
    /** The next text has 3,000 characters. */
    OVERLONG
}
