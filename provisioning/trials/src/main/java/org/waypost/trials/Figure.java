package org.waypost.trials;

import java.util.Locale;
import java.util.Optional;

/**
 * One measured number.
 *
 * @param name what was measured, lower case with hyphens
 * @param value the measurement
 * @param unit its unit
 * @param most the value must not be above this, if it was to reach that
 * @param least the value must not be below this, if it was to reach that
 * @param baseline what the same run measured for comparison
 */
record Figure(
        String name,
        double value,
        String unit,
        Optional<Double> most,
        Optional<Double> least,
        Optional<Baseline> baseline) {

    /** A number that was to reach nothing. */
    static Figure noted(String name, double value, String unit) {
        return new Figure(name, value, unit, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A number that must not be above {@code most}. */
    static Figure atMost(double most, String name, double value, String unit) {
        return new Figure(name, value, unit, Optional.of(most), Optional.empty(), Optional.empty());
    }

    /** A number that must not be below {@code least}. */
    static Figure atLeast(double least, String name, double value, String unit) {
        return new Figure(name, value, unit, Optional.empty(), Optional.of(least), Optional.empty());
    }

    Figure beside(String what, double measured) {
        return new Figure(name, value, unit, most, least, Optional.of(new Baseline(what, measured)));
    }

    boolean reached() {
        return most.map(limit -> value <= limit).orElse(true)
                && least.map(limit -> value >= limit).orElse(true);
    }

    /** One line: name, value, unit, what it was to reach, the baseline. */
    String line() {
        String goal = most.map(limit -> goal("<=", limit))
                .or(() -> least.map(limit -> goal(">=", limit)))
                .orElse("");
        String compared = baseline.map(base -> String.format(
                        Locale.ROOT, "baseline %s %.2f (x%.2f)", base.what, base.value, value / base.value))
                .orElse("");
        return String.format(Locale.ROOT, "%-44s %10.2f %-4s %-26s %s", name, value, unit, goal, compared)
                .stripTrailing();
    }

    private String goal(String relation, double limit) {
        return String.format(Locale.ROOT, "to reach %s %.1f: %s", relation, limit, reached() ? "yes" : "NO");
    }

    /** What the same run measured for comparison, in the figure's unit. */
    record Baseline(String what, double value) {}
}
