package org.waypost.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Similarities of pairs of one person and of pairs of two, and how many pictures were refused. */
final class FaceScores {
    private final List<Double> genuine = new ArrayList<>();
    private final List<Double> impostor = new ArrayList<>();
    private int refused;
    private int doubted;

    void addGenuine(double similarity) {
        genuine.add(similarity);
    }

    void addImpostor(double similarity) {
        impostor.add(similarity);
    }

    /** A pair of one person was refused for its quality. */
    void addRefused() {
        refused++;
    }

    /** A picture of a living person was taken for a picture of a picture. */
    void addDoubted() {
        doubted++;
    }

    /** Failure to acquire, of the pairs of one person. */
    Rate refusals() {
        return new Rate(refused, attempts());
    }

    /** Bona fide presentation classification error rate (ISO/IEC 30107-3), of the pairs of one person. */
    Rate doubts() {
        return new Rate(doubted, attempts());
    }

    private int attempts() {
        return Math.max(1, genuine.size() + refused + doubted);
    }

    boolean usable() {
        return genuine.size() > 1 && impostor.size() > 1;
    }

    /** False match rate: pairs of two persons at or above a threshold. */
    Rate fmr(double threshold) {
        return new Rate(
                (int) values(impostor).filter(value -> value >= threshold).count(), impostor.size());
    }

    /** False non-match rate: pairs of one person below a threshold. */
    Rate fnmr(double threshold) {
        return new Rate((int) values(genuine).filter(value -> value < threshold).count(), genuine.size());
    }

    /** Where both rates are the same, or next to it: their mean there. */
    double equalErrorRate() {
        double best = 1;
        double rate = 1;
        for (double threshold : thresholds()) {
            double matches = fmr(threshold).share();
            double misses = fnmr(threshold).share();
            if (Math.abs(matches - misses) < best) {
                best = Math.abs(matches - misses);
                rate = (matches + misses) / 2;
            }
        }
        return rate;
    }

    /** Every similarity that occurred, rising. */
    double[] thresholds() {
        return DoubleStream.concat(values(genuine), values(impostor)).sorted().toArray();
    }

    double highestImpostor() {
        return values(impostor).max().orElseThrow();
    }

    double lowestGenuine() {
        return values(genuine).min().orElseThrow();
    }

    /** Mean and standard deviation of pairs of two persons. */
    Spread impostors() {
        return Spread.of(impostor);
    }

    /** Mean and standard deviation of pairs of one person. */
    Spread genuines() {
        return Spread.of(genuine);
    }

    private static DoubleStream values(List<Double> similarities) {
        return similarities.stream().mapToDouble(Double::doubleValue);
    }

    /** Where similarities lie. */
    record Spread(double mean, double deviation) {
        static Spread of(List<Double> similarities) {
            double mean = values(similarities).average().orElseThrow();
            double square = values(similarities)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow();
            return new Spread(mean, Math.sqrt(square));
        }
    }
}
