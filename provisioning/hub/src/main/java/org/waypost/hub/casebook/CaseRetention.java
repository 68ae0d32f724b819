package org.waypost.hub.casebook;

import java.time.Duration;

/**
 * How long each class of what a hub keeps may lie in its store (invariant I18). From one day to {@link #LONGEST}.
 *
 * @param cases what was reported, from when an officer took it on; one that nobody took on has no age
 * @param receipts answers to terminals, from when they were sent
 * @param audit looks and decisions; while a case is held, none since it came
 */
public record CaseRetention(Duration cases, Duration receipts, Duration audit) {
    /** The shortest of each. */
    public static final Duration SHORTEST = Duration.ofDays(1);

    /** Ten years: no setting exceeds it. */
    public static final Duration LONGEST = Duration.ofDays(3_653);

    public CaseRetention {
        for (Duration age : new Duration[] {cases, receipts, audit}) {
            if (age.compareTo(SHORTEST) < 0 || age.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("kept for 1 to " + LONGEST.toDays() + " days");
            }
        }
    }
}
