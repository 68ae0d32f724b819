package org.waypost.hub.casebook;

import java.time.Instant;
import java.util.Optional;

/**
 * That an officer sees a case in clear for a while: by another officer's consent, or by broken glass.
 *
 * @param number among the uncoverings
 * @param report number of the case
 * @param by who sees it
 * @param purpose why
 * @param asked when
 * @param opened since when it is so; empty while nobody consented
 * @param second who consented; empty if nobody was asked to
 * @param review what became of broken glass
 */
public record Uncovering(
        long number,
        long report,
        Officer by,
        Reason purpose,
        Instant asked,
        Optional<Instant> opened,
        Optional<Officer> second,
        Optional<Review> review) {

    /** Whether nobody consented, nor will. */
    public boolean glass() {
        return opened.isPresent() && second.isEmpty();
    }

    /** Whether the officer sees the case now. */
    public boolean open(Instant now) {
        return opened.filter(since -> now.isBefore(since.plus(Uncoverings.OPEN)))
                .isPresent();
    }

    /** What another person than the one who broke the glass found. */
    public record Review(Officer by, Instant at, Reason finding) {}
}
