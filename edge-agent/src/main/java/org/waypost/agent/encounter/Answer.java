package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

/** What became of a command given to the counter. */
public sealed interface Answer {

    /** Done and written down; this is how the case stands now. */
    record Accepted(ClerkView now) implements Answer {
        public Accepted {
            requireNonNull(now);
        }
    }

    /** Nothing changed. */
    record Rejected(Rejection reason) implements Answer {
        public Rejected {
            requireNonNull(reason);
        }
    }
}
