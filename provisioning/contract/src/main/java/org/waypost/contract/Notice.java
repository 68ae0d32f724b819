package org.waypost.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * What the desk says of one report to the terminal that filed it.
 *
 * @param report id of the report
 * @param number 1, 2, 3... per report: of two notices the higher number counts, whichever comes first
 * @param progress what an officer decided
 * @param at when, by the hub's clock
 */
public record Notice(UUID report, long number, Progress progress, Instant at) {
    /** Most notices of one report. */
    public static final int NUMBER_MAX = 100;

    public Notice {
        requireNonNull(report);
        requireNonNull(progress);
        requireNonNull(at);
        if (number < 1 || number > NUMBER_MAX) {
            throw new IllegalArgumentException("notices of a report are numbered 1 to " + NUMBER_MAX);
        }
    }
}
