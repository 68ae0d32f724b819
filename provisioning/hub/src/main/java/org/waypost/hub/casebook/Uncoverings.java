package org.waypost.hub.casebook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who may see which case in clear, for how long and why (invariant I16). What is done here is recorded in the same
 * transaction. Whether somebody's role admits them is not asked here.
 */
public interface Uncoverings {
    /** How long a case stays uncovered. */
    Duration OPEN = Duration.ofMinutes(15);

    /** How long a request waits for consent. */
    Duration WAITS = Duration.ofHours(1);

    /** Asks another officer to consent; false if there is no such case. */
    boolean ask(long report, Officer by, Reason purpose);

    /** Uncovers without consent, to be reviewed by another person; false if there is no such case. */
    boolean breakGlass(long report, Officer by, Reason purpose);

    /** Another officer's consent to a request; the case is open to whoever asked from now on. */
    Answer consent(long number, Officer second);

    /** What another person says of broken glass. */
    Answer review(long number, Officer reviewer, Reason finding);

    /** The case as it is kept, after recording that it is seen in clear; empty if it is not open to this officer. */
    Optional<Seen> see(long report, Officer by);

    /** Requests that wait and uncoverings that are open, the latest first. */
    List<Uncovering> current();

    /** At most {@code limit} of those by broken glass: those without review first, then the latest. */
    List<Uncovering> broken(int limit);

    /** What became of a consent or a review. */
    enum Answer {
        DONE,
        /** Nobody consents to their own request, or reviews themselves. */
        OWN,
        /** There is none that waits. */
        GONE
    }

    /**
     * A case in clear.
     *
     * @param until when it is covered again
     */
    record Seen(CaseFile file, Instant until) {}
}
