package org.waypost.drivers.simulated;

/**
 * How fast bytes travel: 8N1, ten bits a byte. The time a real module needs with the card itself is not known and not
 * imitated.
 *
 * @param nanosPerByte 0 for a wire without delay
 */
public record WirePace(long nanosPerByte) {

    /** No delay, for tests of anything but time. */
    public static WirePace unpaced() {
        return new WirePace(0);
    }

    /** The pace of a serial line: 1,295 bytes take 112 ms at 115200 baud and 1.35 s at 9600. */
    public static WirePace ofBaud(int baud) {
        return new WirePace(10_000_000_000L / baud);
    }
}
