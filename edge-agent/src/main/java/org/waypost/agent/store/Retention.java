package org.waypost.agent.store;

import java.time.Duration;

/**
 * How long each class of what a terminal keeps may lie in its file (invariant I18); what has no receipt yet has no age.
 * From one day to an upper bound that no setting exceeds.
 *
 * @param confirmed rows and receipts of reports that the hub has, from the receipt on, at most {@link #CONFIRMED_MAX}
 * @param refused reports that the hub refused or the disk damaged, from then on, at most {@link #REFUSED_MAX}
 * @param audit what was done, at most {@link #AUDIT_MAX}
 */
public record Retention(Duration confirmed, Duration refused, Duration audit) {
    /** The shortest of each. */
    public static final Duration SHORTEST = Duration.ofDays(1);

    /** A receipt proves a filing while people may still ask for it here. */
    public static final Duration CONFIRMED_MAX = Duration.ofDays(180);

    /** Time for a technician and for filing it again. */
    public static final Duration REFUSED_MAX = Duration.ofDays(90);

    /** Three years. */
    public static final Duration AUDIT_MAX = Duration.ofDays(1_096);

    public Retention {
        check(confirmed, CONFIRMED_MAX);
        check(refused, REFUSED_MAX);
        check(audit, AUDIT_MAX);
    }

    private static void check(Duration age, Duration most) {
        if (age.compareTo(SHORTEST) < 0 || age.compareTo(most) > 0) {
            throw new IllegalArgumentException("kept for 1 to " + most.toDays() + " days");
        }
    }
}
