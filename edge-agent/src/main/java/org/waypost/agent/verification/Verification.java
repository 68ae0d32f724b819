package org.waypost.agent.verification;

import static java.util.Objects.requireNonNull;

/** What the machine found when it compared a living person with the person's own document, 1:1. */
public sealed interface Verification {

    /** The comparison says: the same person. */
    record Verified() implements Verification {}

    /** The comparison says: not the same person. A reason to look, never a finding. */
    record NotVerified() implements Verification {}

    /** No answer; it carries no score and is never a negative one. */
    record Inconclusive(Cause cause) implements Verification {
        public Inconclusive {
            requireNonNull(cause);
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
        /** Too dark, too blurred or too small. */
        POOR_QUALITY(Actor.PARTY),
        /** Too close to call. */
        NEAR_THRESHOLD(Actor.OFFICER),
        /** What the camera saw may be a picture of a person. */
        NOT_LIVE(Actor.OFFICER),
        /** No model is installed. */
        MODEL_ABSENT(Actor.TECHNICIAN),
        /** The route without face was taken: by choice, or because the party is under 14 (invariant I6). */
        DECLINED(Actor.OFFICER),
        /** The camera failed. */
        DEVICE_FAULT(Actor.TECHNICIAN);

        private final Actor actor;

        Cause(Actor actor) {
            this.actor = actor;
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
