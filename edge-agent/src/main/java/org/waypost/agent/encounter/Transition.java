package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

/** What a case answers to a command. */
sealed interface Transition {

    /** The case as it is afterwards. */
    record Accepted(MarriageCase next) implements Transition {
        public Accepted {
            requireNonNull(next);
        }
    }

    /** The case stays as it is. */
    record Rejected(Rejection reason) implements Transition {
        public Rejected {
            requireNonNull(reason);
        }
    }
}
