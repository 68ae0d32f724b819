package org.waypost.agent.watchlist;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What became of a list file that was offered. */
public sealed interface Applied {

    /** On disk and in use. Components as in {@link org.waypost.contract.WatchlistIssue}. */
    record InUse(long number, Instant issued, Instant expires) implements Applied {
        public InUse {
            requireNonNull(issued);
            requireNonNull(expires);
        }
    }

    /** Refused as a whole; the list in use before is in use still. */
    record Refused(Reason reason) implements Applied {
        public Refused {
            requireNonNull(reason);
        }
    }

    /** Why a list was refused. The name is the key of the text shown. */
    enum Reason {
        /** There is no such file. */
        ABSENT,
        /** Not a list file, too big, torn, or one entry lacks what an entry must have. */
        MALFORMED,
        /** Not signed by the hub's list key. */
        SIGNATURE_INVALID,
        /** It has died already. */
        EXPIRED,
        /** Its number is not above that of the list in use, or is below one that was in use. */
        NOT_NEWER,
        /** It is good, but this terminal's disk did not take it. */
        NOT_WRITTEN
    }
}
