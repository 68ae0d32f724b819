package org.waypost.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * One issue of the list: all entries, replacing the issue before.
 *
 * @param number 1, 2, 3...; a terminal never goes back to a lower one
 * @param issued when the hub made it
 * @param expires when the whole issue dies, at most {@value #DAYS_MAX} days later
 * @param entries at most {@value #ENTRIES_MAX}
 */
public record WatchlistIssue(long number, Instant issued, Instant expires, List<WatchlistEntry> entries) {
    /** Longest life of an issue, in days. */
    public static final int DAYS_MAX = 7;

    /** Most entries of an issue in this format. */
    public static final int ENTRIES_MAX = 20_000;

    public WatchlistIssue {
        requireNonNull(issued);
        entries = List.copyOf(entries);
        if (number < 1 || entries.size() > ENTRIES_MAX) {
            throw new IllegalArgumentException("issue " + number + " with " + entries.size() + " entries");
        }
        if (!expires.isAfter(issued) || expires.isAfter(issued.plusSeconds(DAYS_MAX * 86_400L))) {
            throw new IllegalArgumentException("an issue lives at most " + DAYS_MAX + " days");
        }
    }
}
