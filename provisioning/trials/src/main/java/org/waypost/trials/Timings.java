package org.waypost.trials;

import java.util.Arrays;

/** Durations of one thing done many times, in milliseconds. */
final class Timings {
    private double[] millis = new double[0];

    void add(long nanos) {
        millis = Arrays.copyOf(millis, millis.length + 1);
        millis[millis.length - 1] = nanos / 1e6;
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
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, (long) Math.ceil(share * sorted.length) - 1)];
    }
}
