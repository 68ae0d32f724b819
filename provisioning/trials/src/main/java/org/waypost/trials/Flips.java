package org.waypost.trials;

import java.util.Random;

/**
 * Independent flips of bits.
 *
 * @param perBit how likely one is, below 1; 0 for none
 */
record Flips(Random random, double perBit) {

    /** A copy of these bytes with the flips of one transfer. */
    byte[] in(byte[] bytes) {
        byte[] arriving = bytes.clone();
        for (long bit = next(-1); bit < 8L * arriving.length; bit = next(bit)) {
            arriving[(int) (bit / 8)] ^= (byte) (1 << bit % 8);
        }
        return arriving;
    }

    /** The distance between two flips of independent bits is geometric. */
    private long next(long bit) {
        return perBit <= 0 ? Long.MAX_VALUE : bit + 1 + (long) (Math.log1p(-random.nextDouble()) / Math.log1p(-perBit));
    }
}
