package org.waypost.agent.watchlist;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** Whether a list is in use at the moment. */
public sealed interface Standing {
    /** The time that the hub signed with the list in use, which has therefore passed. */
    default Optional<Instant> signed() {
        return switch (this) {
            case InUse use -> Optional.of(use.issued());
            case Unusable none -> Optional.empty();
        };
    }

    /** Components as in {@link org.waypost.contract.WatchlistIssue}. */
    record InUse(long number, Instant issued, Instant expires) implements Standing {
        public InUse {
            requireNonNull(issued);
            requireNonNull(expires);
        }
    }

    /** None; every document goes unscreened, for this reason. */
    record Unusable(Screening.Reason reason) implements Standing {
        public Unusable {
            requireNonNull(reason);
        }
    }
}
