package org.waypost.agent.finger;

import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.Arrays;
import org.waypost.agent.finger.FingerComparison.Comparison;
import org.waypost.drivers.fingerprint.Fingerprint;
import org.waypost.drivers.simulated.FingerCondition;
import org.waypost.drivers.simulated.SpecimenFinger;

/**
 * Times the comparison of two prints beside SourceAFIS's own work on the same pixels, in a process of its own with a
 * site's flags. The prints are drawn ones of the simulator: their ridges fork and end as a finger's do, and they are
 * nobody's.
 */
public final class FingerBench {
    private static final double NANOS_PER_MILLI = 1e6;
    /** As an EF01 module sends it. */
    private static final int WIDTH = 256;

    private static final int HEIGHT = 288;
    private static final int DPI = 500;
    private static final int FINGER = 7;

    private FingerBench() {}

    /**
     * Prints a name and a value a line.
     *
     * @param arguments rounds, of which the first half warms up
     */
    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        byte[] shown = grey(SpecimenFinger.of(FINGER).at(6, -4));
        byte[] known = grey(SpecimenFinger.of(FINGER));
        double[] ours = new double[rounds];
        double[] alone = new double[rounds];
        double[] matching = new double[rounds];
        try (Fingerprint probe = Fingerprint.of(WIDTH, HEIGHT, DPI, shown);
                Fingerprint reference = Fingerprint.of(WIDTH, HEIGHT, DPI, known)) {
            for (int round = -rounds; round < rounds; round++) {
                int at = Math.max(0, round);
                // in turn first, so that neither has the better of a machine's mood
                if (round % 2 == 0) {
                    ours[at] = ours(probe, reference);
                    alone[at] = alone(shown, known, matching, at);
                } else {
                    alone[at] = alone(shown, known, matching, at);
                    ours[at] = ours(probe, reference);
                }
            }
        }
        say("comparison", median(ours));
        say("alone", median(alone));
        say("matching", median(matching));
    }

    private static byte[] grey(SpecimenFinger finger) {
        byte[] packed = finger.in(FingerCondition.CLEAN).packed(WIDTH, HEIGHT);
        byte[] grey = new byte[2 * packed.length];
        for (int i = 0; i < packed.length; i++) {
            grey[2 * i] = (byte) ((packed[i] >> 4 & 15) * 17);
            grey[2 * i + 1] = (byte) ((packed[i] & 15) * 17);
        }
        return grey;
    }

    private static double ours(Fingerprint probe, Fingerprint reference) {
        long from = System.nanoTime();
        Comparison answer = new MinutiaeComparison().compare(probe, reference);
        double took = (System.nanoTime() - from) / NANOS_PER_MILLI;
        if (!(answer instanceof Comparison.Same)) {
            throw new IllegalStateException("one drawn finger is not found to be the same: " + answer);
        }
        return took;
    }

    private static double alone(byte[] probe, byte[] reference, double[] matching, int at) {
        long from = System.nanoTime();
        FingerprintTemplate known = template(reference);
        FingerprintTemplate shown = template(probe);
        long extracted = System.nanoTime();
        double score = new FingerprintMatcher(known).match(shown);
        long end = System.nanoTime();
        if (score < MinutiaeComparison.SUPPORTS) {
            throw new IllegalStateException("one drawn finger scores " + score);
        }
        matching[at] = (end - extracted) / NANOS_PER_MILLI;
        return (end - from) / NANOS_PER_MILLI;
    }

    private static FingerprintTemplate template(byte[] grey) {
        return new FingerprintTemplate(
                new FingerprintImage(WIDTH, HEIGHT, grey, new FingerprintImageOptions().dpi(DPI)));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void say(String name, double value) {
        System.out.println(name + " " + value);
    }
}
