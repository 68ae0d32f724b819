package org.waypost.drivers.fingerprint;

import java.time.Duration;

/**
 * The instructions the driver sends. There is none that compares one finger with many, none that keeps a finger in the
 * module or takes one from it, and none for templates: what cannot be asked cannot leak. Sources: ZFM-70 and R503
 * manuals; waits as recommended beside them.
 */
enum Ef01Instruction {
    TAKE_IMAGE(0x01, 1, 2_000),
    SEND_IMAGE(0x0A, 1, 1_000),
    CLEAR_LIBRARY(0x0D, 1, 3_000),
    SET_PARAMETER(0x0E, 1, 1_000),
    READ_PARAMETERS(0x0F, 17, 1_000),
    VERIFY_PASSWORD(0x13, 1, 1_000),
    COUNT_LIBRARY(0x1D, 3, 1_000),
    /** As TAKE_IMAGE, but says so when the image is poor (R503). */
    TAKE_GOOD_IMAGE(0x28, 1, 2_000),
    LAMP(0x35, 1, 1_000),
    CHECK_SENSOR(0x36, 1, 1_000);

    private final int code;
    private final int answerLength;
    private final Duration patience;

    Ef01Instruction(int code, int answerLength, int patienceMillis) {
        this.code = code;
        this.answerLength = answerLength;
        this.patience = Duration.ofMillis(patienceMillis);
    }

    int code() {
        return code;
    }

    /** Longest wait for the acknowledge. */
    Duration patience() {
        return patience;
    }

    /** Whether an acknowledge can be the answer to this, and not a late one to something else. */
    boolean isAnsweredBy(Ef01Code answer, int length) {
        return answer == Ef01Code.DONE
                ? length == answerLength
                : (length == 1 || length == answerLength) && !belongsToAnother(answer);
    }

    private boolean belongsToAnother(Ef01Code answer) {
        return switch (answer) {
            case NO_FINGER, CAPTURE_FAILED, IMAGE_POOR -> this != TAKE_IMAGE && this != TAKE_GOOD_IMAGE;
            case UPLOAD_FAILED, NO_IMAGE -> this != SEND_IMAGE;
            case CLEAR_FAILED -> this != CLEAR_LIBRARY;
            case PASSWORD_WRONG -> this != VERIFY_PASSWORD;
            case REGISTER_WRONG, REGISTER_VALUE_WRONG -> this != SET_PARAMETER;
            case DONE,
                    PACKET_WRONG,
                    ADDRESS_WRONG,
                    PASSWORD_NEEDED,
                    TIMED_OUT,
                    SENSOR_BROKEN,
                    UNSUPPORTED,
                    HARDWARE_BROKEN,
                    OTHER -> false;
        };
    }
}
