package org.waypost.agent.encounter;

import static java.util.Objects.requireNonNull;

import org.waypost.agent.finger.FingerComparison.Obstacle;
import org.waypost.agent.verification.Verification.Actor;
import org.waypost.drivers.device.Fault;

/** Why nothing came of asking for a finger; says nothing about the person. The name is the key of the text shown. */
public enum FingerCause {
    /** No finger was laid down in time. */
    NOT_GIVEN(Actor.PARTY),
    /** Dry, worn and wet fingers are ordinary: the picture is of no use. */
    POOR_PRINT(Actor.PARTY),
    /** Too close to call. */
    NEAR_THRESHOLD(Actor.OFFICER),
    /** The print of the identification is no longer held. */
    PRINT_GONE(Actor.OFFICER),
    /** The registrar went on without it. */
    PASSED_OVER(Actor.OFFICER),
    /** The reader or the comparison failed. */
    FAULT(Actor.TECHNICIAN);

    private final Actor actor;

    FingerCause(Actor actor) {
        this.actor = requireNonNull(actor);
    }

    /** Who can act; whatever the cause, the case goes on without the finger. */
    public Actor actor() {
        return actor;
    }

    /** The technician's page has the rest. */
    static FingerCause of(Fault fault) {
        return fault == Fault.FINGER_UNREADABLE ? POOR_PRINT : FAULT;
    }

    static FingerCause of(Obstacle obstacle) {
        return switch (obstacle) {
            case POOR_PRINT -> POOR_PRINT;
            case NEAR_THRESHOLD -> NEAR_THRESHOLD;
            case SESSION_OVER -> PRINT_GONE;
            case NO_MATCHER -> FAULT;
        };
    }
}
