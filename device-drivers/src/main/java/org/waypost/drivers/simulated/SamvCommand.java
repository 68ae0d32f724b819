package org.waypost.drivers.simulated;

import java.util.OptionalInt;

/**
 * Everything a SAM_V module understands, more than our driver ever sends. Source: SAM_V, vendor serial protocol; public
 * driver hevz/hev-idcard-reader.
 */
public enum SamvCommand {
    RESET(0x10FF),
    STATUS(0x11FF),
    SAM_NUMBER(0x12FF),
    FIND(0x2001),
    SELECT(0x2002),
    READ_TEXT_PHOTO(0x3001),
    READ_NEWEST_ADDRESS(0x3003),
    READ_CARD_BODY_NUMBER(0x3005),
    READ_TEXT_PHOTO_FINGERPRINTS(0x3010),
    SET_BAUD_115200(0x6000),
    SET_BAUD_57600(0x6001),
    SET_BAUD_38400(0x6002),
    SET_BAUD_19200(0x6003),
    SET_BAUD_9600(0x6004),
    SET_RF_BYTES(0x61FF),
    /** Any other pair of CMD and PARA. */
    UNKNOWN(-1);

    private final int code;

    SamvCommand(int code) {
        this.code = code;
    }

    /** The command of a frame. */
    static SamvCommand of(int command, int parameter) {
        for (SamvCommand known : values()) {
            if (known.code == (command << 8 | parameter)) {
                return known;
            }
        }
        return UNKNOWN;
    }

    /** The speed it asks for. */
    OptionalInt baud() {
        return switch (this) {
            case SET_BAUD_115200 -> OptionalInt.of(115_200);
            case SET_BAUD_57600 -> OptionalInt.of(57_600);
            case SET_BAUD_38400 -> OptionalInt.of(38_400);
            case SET_BAUD_19200 -> OptionalInt.of(19_200);
            case SET_BAUD_9600 -> OptionalInt.of(9_600);
            case RESET,
                    STATUS,
                    SAM_NUMBER,
                    FIND,
                    SELECT,
                    READ_TEXT_PHOTO,
                    READ_NEWEST_ADDRESS,
                    READ_CARD_BODY_NUMBER,
                    READ_TEXT_PHOTO_FINGERPRINTS,
                    SET_RF_BYTES,
                    UNKNOWN -> OptionalInt.empty();
        };
    }

    /** LEN of its request: CMD PARA, data, CHK. */
    int length() {
        return this == SET_RF_BYTES ? 4 : 3;
    }
}
