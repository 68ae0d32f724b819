package org.waypost.drivers.fingerprint;

import org.waypost.drivers.device.Fault;

/**
 * The confirmation code of an acknowledge. Source: ZFM-70 and R503 manuals; those the driver need not tell apart are
 * OTHER.
 */
enum Ef01Code {
    DONE(0x00),
    PACKET_WRONG(0x01),
    NO_FINGER(0x02),
    CAPTURE_FAILED(0x03),
    IMAGE_POOR(0x07),
    UPLOAD_FAILED(0x0F),
    CLEAR_FAILED(0x11),
    PASSWORD_WRONG(0x13),
    NO_IMAGE(0x15),
    REGISTER_WRONG(0x1A),
    REGISTER_VALUE_WRONG(0x1B),
    ADDRESS_WRONG(0x20),
    PASSWORD_NEEDED(0x21),
    TIMED_OUT(0x26),
    SENSOR_BROKEN(0x29),
    UNSUPPORTED(0xFC),
    HARDWARE_BROKEN(0xFD),
    OTHER(-1);

    private final int code;

    Ef01Code(int code) {
        this.code = code;
    }

    static Ef01Code of(int code) {
        for (Ef01Code known : values()) {
            if (known.code == code) {
                return known;
            }
        }
        return OTHER;
    }

    /** Whether the module did not receive what was sent. */
    boolean wantsRepetition() {
        return this == PACKET_WRONG || this == TIMED_OUT;
    }

    /** What this code means where the driver did not expect it. */
    Fault fault() {
        return switch (this) {
            case PACKET_WRONG, TIMED_OUT -> Fault.LINK_UNRELIABLE;
            case DONE, REGISTER_WRONG, REGISTER_VALUE_WRONG, UNSUPPORTED, ADDRESS_WRONG -> Fault.COMMAND_REFUSED;
            case NO_FINGER, CAPTURE_FAILED, IMAGE_POOR, NO_IMAGE -> Fault.FINGER_UNREADABLE;
            case PASSWORD_NEEDED -> Fault.NO_ANSWER;
            case UPLOAD_FAILED, CLEAR_FAILED, PASSWORD_WRONG, SENSOR_BROKEN, HARDWARE_BROKEN, OTHER ->
                Fault.OUT_OF_SERVICE;
        };
    }
}
