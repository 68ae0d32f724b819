package org.waypost.drivers.mrz;

/** Finds messages in the bytes of one kind of device, byte by byte. Used by one thread. */
interface FrameScanner {

    /**
     * Takes the next character.
     *
     * @param character 0..255, parity taken off
     */
    Scan take(int character);

    /** The line has been silent for the idle gap of the device. */
    Scan silence();

    /** Overwrites what was gathered and begins anew. */
    void reset();

    /** The scanner of a framing of machine readable zones. */
    static FrameScanner of(MrzFraming framing) {
        return switch (framing) {
            case MrzFraming.Plain plain -> of(plain);
            case MrzFraming.Rte rte -> new RteScanner(rte);
        };
    }

    private static FrameScanner of(MrzFraming.Plain plain) {
        return switch (plain) {
            case LINES -> new LinesScanner();
            case STX -> new StxScanner(false);
            case STX_LRC -> new StxScanner(true);
            case COUNTED -> new CountedScanner();
        };
    }
}
