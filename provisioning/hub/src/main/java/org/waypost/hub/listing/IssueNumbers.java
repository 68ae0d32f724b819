package org.waypost.hub.listing;

import java.time.Instant;

/** Numbers of issued lists. */
@FunctionalInterface
public interface IssueNumbers {
    /** Takes the next number, one higher than the last, and records who is behind the issue; never given twice. */
    long take(Instant issued, int entries);
}
