package org.waypost.agent.finger;

import java.lang.foreign.MemorySegment;
import org.waypost.agent.finger.FingerComparison.Comparison;
import org.waypost.agent.finger.FingerComparison.Obstacle;
import org.waypost.drivers.fingerprint.Fingerprint;

/**
 * Compares a living finger with the print in the person's own card. The format of that print is its maker's, so the
 * matcher is a licensed one that an operator installs; without one there is no answer, never a match.
 */
public interface CardPrintMatcher {

    /** Stands where no matcher is installed. */
    CardPrintMatcher ABSENT = (probe, reference) -> new Comparison.Unanswered(Obstacle.NO_MATCHER);

    /**
     * Compares exactly two; must keep, log and send neither.
     *
     * @param probe the finger laid down now
     * @param reference the print's record as the card holds it, 1 to 1,024 bytes, zeroed by the caller afterwards
     */
    Comparison compare(Fingerprint probe, MemorySegment reference);
}
