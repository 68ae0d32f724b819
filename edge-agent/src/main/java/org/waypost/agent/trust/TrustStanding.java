package org.waypost.agent.trust;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** Whether a trust store is in use at the moment. */
public sealed interface TrustStanding {

    /** Its number, if there is one. */
    Optional<Long> number();

    /**
     * One is.
     *
     * @param version the number of the issue, from 1
     * @param issued when the hub put it together
     * @param signers how many country signers can be used, above 0
     */
    record InUse(long version, Instant issued, int signers) implements TrustStanding {
        public InUse {
            requireNonNull(issued);
        }

        @Override
        public Optional<Long> number() {
            return Optional.of(version);
        }
    }

    /** None; who issued a passport goes unchecked, for this reason. */
    record Unusable(Reason reason) implements TrustStanding {
        public Unusable {
            requireNonNull(reason);
        }

        @Override
        public Optional<Long> number() {
            return Optional.empty();
        }
    }

    /** Why a file is no trust store in use. The name is the key of the text shown. */
    enum Reason {
        /** There is no such file. */
        TRUST_ABSENT,
        /** Not a trust store, too big, torn, or beyond the limits of {@link org.waypost.contract.TrustStoreIssue}. */
        TRUST_MALFORMED,
        /** Not signed by the hub's list key. */
        TRUST_SIGNATURE_INVALID,
        /** No certificate in it can be used. */
        TRUST_EMPTY
    }
}
