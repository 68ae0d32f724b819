package org.waypost.agent.encounter;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waypost.agent.finger.FingerSession;
import org.waypost.drivers.fingerprint.Fingerprint;

/**
 * The prints that a counter holds at the moment, one a party, each for its own case (invariants I3, I23). There is no
 * way to ask for another party's or another case's. Thread safe.
 */
final class FingerCustody {
    private final Map<Party, Held> held = new EnumMap<>(Party.class);

    /**
     * Holds a print; one that was held for the party is zeroed.
     *
     * @param session the custody's own from now on
     * @param until nanoseconds of the counter's clock
     */
    synchronized void hold(FingerSitting sitting, FingerSession session, long until) {
        release(sitting.party());
        held.put(sitting.party(), new Held(sitting.encounter(), session, until));
    }

    /** Compares with the print of the same party in the same case. Takes tenths of a second; not for any lock. */
    FingerStep signed(FingerSitting sitting, Fingerprint signing) {
        return session(sitting)
                .map(session -> FingerStep.of(session.sign(signing)))
                .orElseGet(() -> new FingerStep.Unanswered(FingerCause.PRINT_GONE));
    }

    private synchronized Optional<FingerSession> session(FingerSitting sitting) {
        return Optional.ofNullable(held.get(sitting.party()))
                .filter(one -> one.encounter().equals(sitting.encounter()))
                .map(Held::session);
    }

    /** Zeroes what has been held for too long. */
    synchronized void expire(long nanos) {
        for (Party party : Party.values()) {
            Held one = held.get(party);
            if (one != null && nanos - one.until() >= 0) {
                release(party);
            }
        }
    }

    /** Zeroes what is held of one party. */
    synchronized void release(Party party) {
        Held one = held.remove(party);
        if (one != null) {
            one.session().close();
        }
    }

    /** Zeroes everything. */
    synchronized void release() {
        for (Party party : Party.values()) {
            release(party);
        }
    }

    /** A print and the case it belongs to. */
    private record Held(UUID encounter, FingerSession session, long until) {}
}
