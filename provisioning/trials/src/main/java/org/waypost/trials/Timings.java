package org.waypost.trials;

import java.util.Arrays;

/** Durations of one thing done many times, in milliseconds. */
final class Timings {
    private double[] millis = new double[16];
    private int count;

    void add(long nanos) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, 2 * count);
        }
        millis[count++] = nanos / 1e6;
    }

    double median() {
        return at(0.5);
    }

    double p99() {
        return at(0.99);
    }

    double worst() {
        return at(1);
    }

    private double at(double share) {
        double[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, (long) Math.ceil(share * sorted.length) - 1)];
    }
}
