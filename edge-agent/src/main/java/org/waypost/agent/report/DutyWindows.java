package org.waypost.agent.report;

import java.time.Duration;
import java.time.Instant;
import org.waypost.contract.CaseReport.Urgency;

/**
 * How long after something was noticed the hub must have the report of it. The laws say "in time" and give no number:
 * these are the operator's choice.
 *
 * @param danger for somebody in danger now, {@link #SHORTEST} to {@link #LONGEST}
 * @param child for a child, the same
 * @param other for all others, the same
 */
public record DutyWindows(Duration danger, Duration child, Duration other) {
    /** Time for one interview. */
    public static final Duration SHORTEST = Duration.ofMinutes(1);

    /** Later than this no report is in time. */
    public static final Duration LONGEST = Duration.ofDays(7);

    public DutyWindows {
        for (Duration window : new Duration[] {danger, child, other}) {
            if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("a duty's window is 1 minute to 7 days");
            }
        }
    }

    /** When the hub must have it. */
    public Instant due(Urgency urgency, Instant seen) {
        return seen.plus(
                switch (urgency) {
                    case DANGER_NOW -> danger;
                    case CHILD -> child;
                    case OTHER -> other;
                });
    }
}
