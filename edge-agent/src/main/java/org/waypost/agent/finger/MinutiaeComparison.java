package org.waypost.agent.finger;

import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Optional;
import org.waypost.drivers.fingerprint.Fingerprint;
import org.waypost.drivers.fingerprint.PrintQuality;
import org.waypost.drivers.fingerprint.PrintQualityGate;

/**
 * Compares by minutiae with SourceAFIS, whose author gives for a score of 40 a false match rate of 0.01 % and calls its
 * accuracy the lower end: it falls short of what border systems ask for, and a person decides. What it computes with is
 * on the Java heap and cannot be overwritten; it is given up when a comparison returns. Safe for use by several
 * threads.
 */
public final class MinutiaeComparison implements FingerComparison {
    /** From here on the same finger: false match rate 0.01 % as published (sourceafis.machinezoo.com/threshold). */
    static final double SUPPORTS = 40;

    /** Below it two fingers; between the two nothing is said. */
    static final double NOT_SUPPORTS = 20;

    @Override
    public Comparison compare(Fingerprint probe, Fingerprint reference) {
        if (isPoor(probe) || isPoor(reference)) {
            return new Comparison.Unanswered(Obstacle.POOR_PRINT);
        }
        return template(reference)
                .flatMap(known -> template(probe).map(shown -> judged(new FingerprintMatcher(known).match(shown))))
                .orElseGet(() -> new Comparison.Unanswered(Obstacle.POOR_PRINT));
    }

    private static boolean isPoor(Fingerprint print) {
        return switch (PrintQualityGate.judge(print)) {
            case PrintQuality.Good good -> false;
            case PrintQuality.TryAgain again -> true;
        };
    }

    /** Empty if the library finds nothing to compare. */
    private static Optional<FingerprintTemplate> template(Fingerprint print) {
        byte[] grey = new byte[print.width() * print.height()];
        try {
            MemorySegment.copy(print.pixels(), ValueLayout.JAVA_BYTE, 0, grey, 0, grey.length);
            FingerprintImage image = new FingerprintImage(
                    print.width(), print.height(), grey, new FingerprintImageOptions().dpi(print.dpi()));
            return Optional.of(new FingerprintTemplate(image));
        } catch (IllegalArgumentException | IndexOutOfBoundsException tooLittle) {
            return Optional.empty();
        } finally {
            Arrays.fill(grey, (byte) 0);
        }
    }

    private static Comparison judged(double score) {
        if (score >= SUPPORTS) {
            return new Comparison.Same();
        }
        return score < NOT_SUPPORTS ? new Comparison.Different() : new Comparison.Unanswered(Obstacle.NEAR_THRESHOLD);
    }
}
