package org.waypost.agent.trust;

import static java.util.Objects.requireNonNull;

/** What became of a trust store that was offered. */
public sealed interface TrustTaken {

    /** On disk and in use. Components as in {@link TrustStanding.InUse}. */
    record InUse(long version, int signers) implements TrustTaken {}

    /** Refused as a whole; the one in use before is in use still. */
    record Refused(Reason reason) implements TrustTaken {
        public Refused {
            requireNonNull(reason);
        }
    }

    /** Why a trust store was refused. */
    enum Reason {
        /** There is no such file. */
        ABSENT,
        /** Not a trust store, too big, torn, or beyond its limits. */
        MALFORMED,
        /** Not signed by the hub's list key. */
        SIGNATURE_INVALID,
        /** No certificate in it can be used. */
        EMPTY,
        /** Its number is not above that of the one in use, or is below one that was in use. */
        NOT_NEWER,
        /** It is good, but this terminal's disk did not take it. */
        NOT_WRITTEN
    }
}
