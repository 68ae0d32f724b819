package org.waypost.drivers.mrz;

import static java.util.Objects.requireNonNull;

/** How a reader marks begin and end of a zone. */
public sealed interface MrzFraming {

    /** Framings without options. */
    enum Plain implements MrzFraming {
        /** Lines ended by CR, LF or CR LF; the end is a whole zone, or silence after at least 60 characters. */
        LINES,
        /** 02, lines separated by CR, 03. */
        STX,
        /** As STX, then one byte: the XOR of everything after 02 up to and including 03. */
        STX_LRC,
        /** 49, length (high byte first), lines each ended by CR; length 0 says that nothing was read. */
        COUNTED
    }

    /**
     * 3M RTE Native: 01, length (14 bits, low byte first), "OU", 02, a flag, three lines each ended by CR (missing
     * upper ones empty), 03, check byte. What length and check byte cover is not settled by the papers at hand.
     */
    record Rte(Length length, Check check) implements MrzFraming {
        public Rte {
            requireNonNull(length);
            requireNonNull(check);
        }
    }

    /** What the length of an RTE message counts. */
    enum Length {
        /** The message ends with 03 and one byte; the length is not looked at. */
        NOT_JUDGED,
        /** From "O" to 03. */
        TO_END,
        /** From "O" to the check byte. */
        TO_CHECK
    }

    /** What the check byte of an RTE message is. */
    enum Check {
        /** Any byte, or none. */
        NOT_JUDGED,
        /** XOR of everything after 01. */
        XOR_AFTER_START,
        /** XOR of everything after the length. */
        XOR_AFTER_LENGTH
    }
}
