package org.waypost.agent.document;

import org.waypost.drivers.device.Fault;

/** Why the chip behind a zone was not read. None of them says anything against the document. */
public enum ChipObstacle {
    /** This terminal has no reader of chips. */
    NO_READER,
    /** No chip was laid on the reader, or it has none, or a dead one. */
    ABSENT,
    /** The printed zone does not open it: a misread zone, or the chip of another document. */
    NOT_OPENED,
    /** Something else than a passport's chip, or one that this terminal may not open. */
    UNKNOWN,
    /** It was taken away, or answers what no chip should, or not in time. */
    UNREADABLE,
    /** The reader of chips failed. */
    READER_FAILED;

    static ChipObstacle of(Fault fault) {
        return switch (fault) {
            case CARD_NOT_AUTHENTICATED -> NOT_OPENED;
            case CARD_UNKNOWN -> UNKNOWN;
            case CARD_MOVED, CARD_UNREADABLE, NO_ANSWER -> UNREADABLE;
            case DEVICE_ABSENT,
                    LINK_UNRELIABLE,
                    OUT_OF_SERVICE,
                    COMMAND_REFUSED,
                    WRONG_DEVICE,
                    ADDRESS_REFUSED,
                    NOT_ADMITTED,
                    DRIVER_DEFECT,
                    TAMPERED,
                    FINGER_UNREADABLE,
                    IN_USE,
                    LIGHT_UNSTEADY -> READER_FAILED;
        };
    }

    /** Whether laying the document down once more may help, without a person having decided anything. */
    static boolean mayPass(Fault fault) {
        return fault == Fault.CARD_MOVED || fault == Fault.CARD_UNREADABLE;
    }
}
