package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.ZoneId;
import org.waypost.contract.CaseReport.LegalDuty;
import org.waypost.contract.TerminalId;

/**
 * What differs between counters.
 *
 * @param terminal who files
 * @param zone the counter's local date
 * @param duty the law that makes filing a duty
 * @param idle after how long without a command everything of the parties is wiped: 1 to 30 minutes
 * @param farewell how long the parties are shown that they are done: 1 second to 5 minutes
 */
public record CounterSettings(TerminalId terminal, ZoneId zone, LegalDuty duty, Duration idle, Duration farewell) {
    /** Upper bound of how long a portrait may lie in memory without a command (invariant I3). */
    public static final Duration IDLE_MAX = Duration.ofMinutes(30);

    public CounterSettings {
        requireNonNull(terminal);
        requireNonNull(zone);
        requireNonNull(duty);
        if (idle.compareTo(Duration.ofMinutes(1)) < 0 || idle.compareTo(IDLE_MAX) > 0) {
            throw new IllegalArgumentException("idle time is 1 to 30 minutes");
        }
        if (farewell.compareTo(Duration.ofSeconds(1)) < 0 || farewell.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("farewell is 1 second to 5 minutes");
        }
    }
}
