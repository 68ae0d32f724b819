package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.agent.verification.Route;

/**
 * What is known of the finger by which a party may sign. No print is in it.
 *
 * @param identification the finger of the identification
 * @param signature the finger under the declaration, the last one given
 */
public record FingerRecord(FingerStep identification, FingerStep signature) {
    static final FingerRecord NONE = new FingerRecord(new FingerStep.NotAsked(), new FingerStep.NotAsked());

    public FingerRecord {
        requireNonNull(identification);
        requireNonNull(signature);
    }

    /**
     * What the party may be asked for now; the screen offers this. Only on the way with biometrics (invariants I5, I6);
     * the first finger while the registrar compares, since a later one would not be the one of the identification.
     *
     * @param position of the case
     * @param party whose finger
     * @param known of that party
     * @param other what is known of the other party, who may be at the reader
     */
    public static Optional<FingerPurpose> next(Position position, Party party, PartyRecord known, PartyRecord other) {
        boolean free = Stream.of(known, other)
                .flatMap(one -> one.finger().stream())
                .noneMatch(one -> one.pending().isPresent());
        return known.finger()
                .filter(finger -> free && known.chose(Route.FACE))
                .flatMap(finger -> finger.next(position, party));
    }

    private Optional<FingerPurpose> next(Position position, Party party) {
        if (position.is(Step.COMPARISON, party)) {
            return Optional.of(FingerPurpose.IDENTIFY);
        }
        boolean may = position.step() == Step.DECISION && identification instanceof FingerStep.Taken;
        return may ? Optional.of(FingerPurpose.SIGN) : Optional.empty();
    }

    /** One of the two. */
    public FingerStep at(FingerPurpose purpose) {
        return switch (purpose) {
            case IDENTIFY -> identification;
            case SIGN -> signature;
        };
    }

    /** Whether the party was asked for a finger at all. */
    public boolean used() {
        return !equals(NONE);
    }

    /** Whether the party is asked to lay a finger down. */
    boolean asked() {
        return identification instanceof FingerStep.Asked || signature instanceof FingerStep.Asked;
    }

    /** What the reader is waited for. */
    Optional<FingerPurpose> pending() {
        return Stream.of(FingerPurpose.values())
                .filter(purpose -> at(purpose).isPending())
                .findFirst();
    }

    FingerRecord with(FingerPurpose purpose, FingerStep step) {
        return switch (purpose) {
            case IDENTIFY -> new FingerRecord(step, signature);
            case SIGN -> new FingerRecord(identification, step);
        };
    }

    /** The registrar goes on; who was asked is no longer. */
    FingerRecord passedOver() {
        return pending()
                .map(purpose -> with(purpose, new FingerStep.Unanswered(FingerCause.PASSED_OVER)))
                .orElse(this);
    }
}
