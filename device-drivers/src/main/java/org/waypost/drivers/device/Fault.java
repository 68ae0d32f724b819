package org.waypost.drivers.device;

import static org.waypost.drivers.device.Fault.Actor.CLERK;
import static org.waypost.drivers.device.Fault.Actor.NOBODY;
import static org.waypost.drivers.device.Fault.Actor.TECHNICIAN;

/** Why a device could not deliver, and who must act. The name is the key of the text shown; it never holds data. */
public enum Fault {
    /** The port cannot be opened, or was unplugged. */
    DEVICE_ABSENT(TECHNICIAN),
    /** The device is there but does not answer in time; the driver reopens the link by itself. */
    NO_ANSWER(NOBODY),
    /** Answers are torn or fail their checksum again after one repetition. */
    LINK_UNRELIABLE(TECHNICIAN),
    /** The device reports that it refuses to work (self-test failed, not authorised). */
    OUT_OF_SERVICE(TECHNICIAN),
    /** The device refused a command of ours: a defect of the driver. */
    COMMAND_REFUSED(TECHNICIAN),
    /** Another device stands where the provisioned one should: nothing is read from it. */
    WRONG_DEVICE(TECHNICIAN),
    /** The address in the settings is none that this terminal may open. */
    ADDRESS_REFUSED(TECHNICIAN),
    /** The device wants a user and a password, or others than the settings have. */
    NOT_ADMITTED(TECHNICIAN),
    /** The driver itself failed: a defect of its program. */
    DRIVER_DEFECT(TECHNICIAN),
    /** The housing was opened, and nobody has looked since. Nothing is known of what was done inside. */
    TAMPERED(TECHNICIAN),
    /** The card moved while it was read: lay it down again. */
    CARD_MOVED(CLERK),
    /** Card and reader did not accept each other. A technical result; no proof of forgery, a person decides. */
    CARD_NOT_AUTHENTICATED(CLERK),
    /** Not a kind of card this terminal reads. */
    CARD_UNKNOWN(CLERK),
    /** The card was read, but a field that the document cannot do without is unreadable. */
    CARD_UNREADABLE(CLERK),
    /** A sensor felt a finger, but could not take its picture: lay it down again, flat and still. */
    FINGER_UNREADABLE(CLERK),
    /** Somebody else on this terminal uses the device: end that use first. */
    IN_USE(CLERK),
    /**
     * A camera's picture does not come to rest: it flickers, or grows brighter and darker. Mend the light, try again.
     */
    LIGHT_UNSTEADY(CLERK);

    private final Actor actor;

    Fault(Actor actor) {
        this.actor = actor;
    }

    /** Who can mend it. */
    public Actor actor() {
        return actor;
    }

    /** Somebody who can act on a fault. */
    public enum Actor {
        CLERK,
        TECHNICIAN,
        NOBODY
    }
}
