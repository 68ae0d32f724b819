package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * For whom the reader waits for a finger, and what for: taking its picture takes seconds, and the case goes on
 * meanwhile.
 *
 * @param encounter the case
 * @param party whose finger
 */
public record FingerSitting(UUID encounter, Party party, FingerPurpose purpose) {
    public FingerSitting {
        requireNonNull(encounter);
        requireNonNull(party);
        requireNonNull(purpose);
    }

    /** The one that a registrar's view waits for. */
    static Optional<FingerSitting> of(ClerkView view) {
        return view.encounter()
                .flatMap(encounter -> Stream.of(Party.values())
                        .flatMap(party -> of(encounter, party, view.party(party)).stream())
                        .findFirst());
    }

    private static Optional<FingerSitting> of(UUID encounter, Party party, PartyRecord known) {
        return known.finger()
                .flatMap(FingerRecord::pending)
                .map(purpose -> new FingerSitting(encounter, party, purpose));
    }

    /** Whether a case still waits for it. */
    boolean isAwaitedBy(MarriageCase at) {
        return at.encounter().equals(encounter)
                && at.party(party)
                        .finger()
                        .filter(finger -> finger.at(purpose).isPending())
                        .isPresent();
    }
}
