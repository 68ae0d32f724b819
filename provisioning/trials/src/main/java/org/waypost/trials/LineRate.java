package org.waypost.trials;

/** How often a line flips a bit. */
enum LineRate {
    BIT_IN_100("1-bit-in-100", 1e-2),
    BYTE_IN_100("1-byte-in-100", 1.25e-3),
    BIT_IN_10_000("1-bit-in-10000", 1e-4),
    BIT_IN_100_000("1-bit-in-100000", 1e-5);

    private final String words;
    private final double flipsPerBit;

    LineRate(String words, double flipsPerBit) {
        this.words = words;
        this.flipsPerBit = flipsPerBit;
    }

    /** As figures are named. */
    String words() {
        return words;
    }

    double flipsPerBit() {
        return flipsPerBit;
    }
}
