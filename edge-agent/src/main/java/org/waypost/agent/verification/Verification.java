package org.waypost.agent.verification;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.waypost.agent.face.FaceComparison.Basis;
import org.waypost.agent.verification.OfficerComparison.Finding;

/** What the machine found when it compared a living person with the person's own document, 1:1. */
public sealed interface Verification {

    /**
     * What an officer cannot find without contradicting it, and gives a reason for. Nobody contradicts a machine that
     * was not asked, or could not answer: the route without face never needs one (invariant I5).
     */
    default Optional<Finding> contradictedBy() {
        return switch (this) {
            case Verified verified -> Optional.of(Finding.NOT_SAME_PERSON);
            case NotVerified notVerified -> Optional.of(Finding.SAME_PERSON);
            case Inconclusive inconclusive ->
                Optional.of(Finding.SAME_PERSON)
                        .filter(any -> inconclusive.cause().doubts());
        };
    }

    /** The comparison says: the same person. */
    record Verified(Basis basis) implements Verification {}

    /** The comparison says: not the same person. A reason to look, never a finding. */
    record NotVerified(Basis basis) implements Verification {}

    /**
     * No answer; it carries no score and is never a negative one.
     *
     * @param basis what was measured until then; empty where nothing was looked at
     */
    record Inconclusive(Cause cause, Optional<Basis> basis) implements Verification {
        public Inconclusive {
            requireNonNull(cause);
            requireNonNull(basis);
        }

        /** Of pictures that were not measured. */
        public Inconclusive(Cause cause) {
            this(cause, Optional.empty());
        }
    }

    /** Why there is no answer, and who can do something about it. The name is the key of the text shown. */
    enum Cause {
        /** The document carries no portrait that this terminal can decode. */
        NO_PORTRAIT(Actor.OFFICER),
        /** No face is seen in one of the pictures, or there is no live picture. */
        NO_FACE(Actor.PARTY),
        /** More than one face is in one of the pictures. */
        SEVERAL_FACES(Actor.PARTY),
        /** The face is too small: too far from the camera. */
        TOO_SMALL(Actor.PARTY),
        TOO_DARK(Actor.OFFICER),
        TOO_BRIGHT(Actor.OFFICER),
        /** The face does not look at the camera. */
        TURNED_AWAY(Actor.PARTY),
        /** Moved, or the lens is dirty. */
        BLURRED(Actor.PARTY),
        /** The camera gives no colours. */
        GREY(Actor.TECHNICIAN),
        /** The document's portrait is too small, dark, bright, blurred or grey to be compared. */
        PORTRAIT_UNUSABLE(Actor.OFFICER),
        /** Too close to call. */
        NEAR_THRESHOLD(Actor.OFFICER),
        /** What the camera saw may be a picture of a person. */
        NOT_LIVE(Actor.OFFICER),
        /** No model is installed. */
        MODEL_ABSENT(Actor.TECHNICIAN),
        /** A model is not the one that was imported, or does not compute what it did then. */
        MODEL_UNUSABLE(Actor.TECHNICIAN),
        /** Nobody measured how well the model does with portraits of this kind. */
        UNCALIBRATED(Actor.TECHNICIAN),
        /** The route without face was taken: by choice, or because the party is under 14 (invariant I6). */
        DECLINED(Actor.OFFICER),
        /** The camera failed. */
        DEVICE_FAULT(Actor.TECHNICIAN);

        private final Actor actor;

        Cause(Actor actor) {
            this.actor = actor;
        }

        /** Whether the next picture may be better. */
        boolean mayPass() {
            return switch (this) {
                case NO_FACE,
                        SEVERAL_FACES,
                        TOO_SMALL,
                        TOO_DARK,
                        TOO_BRIGHT,
                        TURNED_AWAY,
                        BLURRED,
                        NEAR_THRESHOLD,
                        NOT_LIVE -> true;
                case NO_PORTRAIT,
                        GREY,
                        PORTRAIT_UNUSABLE,
                        MODEL_ABSENT,
                        MODEL_UNUSABLE,
                        UNCALIBRATED,
                        DECLINED,
                        DEVICE_FAULT -> false;
            };
        }

        /** Whether the pictures were compared and something speaks against the person. */
        boolean doubts() {
            return switch (this) {
                case NEAR_THRESHOLD, NOT_LIVE -> true;
                case NO_PORTRAIT,
                        NO_FACE,
                        SEVERAL_FACES,
                        TOO_SMALL,
                        TOO_DARK,
                        TOO_BRIGHT,
                        TURNED_AWAY,
                        BLURRED,
                        GREY,
                        PORTRAIT_UNUSABLE,
                        MODEL_ABSENT,
                        MODEL_UNUSABLE,
                        UNCALIBRATED,
                        DECLINED,
                        DEVICE_FAULT -> false;
            };
        }

        /** Who can act; whatever the cause, the officer's own comparison remains. */
        public Actor actor() {
            return actor;
        }
    }

    /** Somebody who can act on a cause. */
    enum Actor {
        PARTY,
        OFFICER,
        TECHNICIAN
    }
}
