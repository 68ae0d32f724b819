package org.waypost.trials;

import java.util.Locale;
import java.util.Optional;

/**
 * One measured number.
 *
 * @param name what was measured, lower case with hyphens
 * @param value the measurement
 * @param unit its unit
 * @param goal what the value was to reach, if anything
 * @param baseline what the same run measured for comparison
 */
record Figure(String name, double value, String unit, Optional<Goal> goal, Optional<Baseline> baseline) {

    /** A number that was to reach nothing. */
    static Figure noted(String name, double value, String unit) {
        return new Figure(name, value, unit, Optional.empty(), Optional.empty());
    }

    /** A number that must not be above {@code most}. */
    static Figure atMost(double most, String name, double value, String unit) {
        return new Figure(name, value, unit, Optional.of(new AtMost(most)), Optional.empty());
    }

    /** A number that must not be below {@code least}: what a control finds. */
    static Figure atLeast(double least, String name, double value, String unit) {
        return new Figure(name, value, unit, Optional.of(new AtLeast(least)), Optional.empty());
    }

    /** A number that could not be measured here and therefore was not reached. */
    static Figure skipped(String name, String why) {
        return new Figure(name, 0, "", Optional.of(new Skipped(why)), Optional.empty());
    }

    Figure beside(String what, double measured) {
        return new Figure(name, value, unit, goal, Optional.of(new Baseline(what, measured)));
    }

    boolean reached() {
        return goal.map(wanted -> wanted.met(value)).orElse(true);
    }

    /** One line: name, value, unit, what it was to reach, the baseline. */
    String line() {
        String wanted = goal.map(limit -> limit.words() + ": " + (reached() ? "yes" : "NO"))
                .orElse("");
        String compared = baseline.map(base -> String.format(
                        Locale.ROOT, "baseline %s %.2f (x%.2f)", base.what, base.value, value / base.value))
                .orElse("");
        return String.format(Locale.ROOT, "%-44s %10.2f %-4s %-26s %s", name, value, unit, wanted, compared)
                .stripTrailing();
    }

    /** What the same run measured for comparison, in the figure's unit. */
    record Baseline(String what, double value) {}

    /** What a number was to reach. */
    sealed interface Goal {
        /** Whether this number reaches it. */
        boolean met(double value);

        /** As it is printed. */
        String words();
    }

    private record AtMost(double limit) implements Goal {
        @Override
        public boolean met(double value) {
            return value <= limit;
        }

        @Override
        public String words() {
            return String.format(Locale.ROOT, "to reach <= %.1f", limit);
        }
    }

    private record AtLeast(double limit) implements Goal {
        @Override
        public boolean met(double value) {
            return value >= limit;
        }

        @Override
        public String words() {
            return String.format(Locale.ROOT, "to reach >= %.1f", limit);
        }
    }

    private record Skipped(String why) implements Goal {
        @Override
        public boolean met(double value) {
            return false;
        }

        @Override
        public String words() {
            return "skipped, " + why;
        }
    }
}
