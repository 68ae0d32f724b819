package org.waypost.agent.encounter;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.waypost.agent.finger.FingerComparison;
import org.waypost.drivers.fingerprint.Fingerprint;

/** Small drawn prints that a gate takes for good, each with a mark by which it is told from others. */
final class Prints {
    private static final int SIDE = 64;
    private static final int DPI = 250;
    private static final int RIDGE = 4;
    private static final byte[] RIDGES = ridges();

    private Prints() {}

    /** @param mark 0..127 */
    static Fingerprint of(int mark) {
        byte[] grey = RIDGES.clone();
        grey[0] = (byte) mark;
        return Fingerprint.of(SIDE, SIDE, DPI, grey);
    }

    private static byte[] ridges() {
        byte[] grey = new byte[SIDE * SIDE];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (i % SIDE / RIDGE % 2 == 0 ? 60 : 200);
        }
        return grey;
    }

    static Fingerprint poor() {
        byte[] white = new byte[SIDE * SIDE];
        Arrays.fill(white, (byte) 255);
        return Fingerprint.of(SIDE, SIDE, DPI, white);
    }

    static int mark(Fingerprint print) {
        return print.pixels().get(JAVA_BYTE, 0);
    }

    static void assertWiped(Fingerprint print) {
        assertThrows(IllegalStateException.class, () -> mark(print));
    }

    /** Tells fingers by their marks, and notes which were put side by side. */
    static final class ByMark implements FingerComparison {
        final List<List<Integer>> compared = new ArrayList<>();

        @Override
        public Comparison compare(Fingerprint probe, Fingerprint reference) {
            compared.add(List.of(mark(probe), mark(reference)));
            return mark(probe) == mark(reference) ? new Comparison.Same() : new Comparison.Different();
        }

        FingerUse use() {
            return new FingerUse(this, Duration.ofHours(1));
        }
    }
}
