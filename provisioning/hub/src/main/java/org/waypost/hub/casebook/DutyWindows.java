package org.waypost.hub.casebook;

import java.time.Duration;
import java.time.Instant;
import org.waypost.contract.CaseReport.Urgency;

/**
 * How long a report may lie at the hub until an officer takes it on. The laws say "in time" and give no number: these
 * are the operator's choice.
 *
 * @param danger for somebody in danger now, {@link #SHORTEST} to {@link #LONGEST}
 * @param child for a child, the same
 * @param other for all others, the same
 */
public record DutyWindows(Duration danger, Duration child, Duration other) {
    /** Time to walk to the screen. */
    public static final Duration SHORTEST = Duration.ofMinutes(1);

    /** Later than this nothing is done in time. */
    public static final Duration LONGEST = Duration.ofDays(7);

    public DutyWindows {
        for (Duration window : new Duration[] {danger, child, other}) {
            if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("a duty's window is 1 minute to 7 days");
            }
        }
    }

    /** For a report of that urgency. */
    public Duration of(Urgency urgency) {
        return switch (urgency) {
            case DANGER_NOW -> danger;
            case CHILD -> child;
            case OTHER -> other;
        };
    }

    /** Whether a case waits longer than it may. */
    public boolean late(CaseLine line, Instant now) {
        return line.acknowledged().isEmpty() && !now.isBefore(line.received().plus(of(line.urgency())));
    }
}
