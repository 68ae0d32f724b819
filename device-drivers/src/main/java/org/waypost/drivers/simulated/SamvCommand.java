package org.waypost.drivers.simulated;

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

    /** LEN of its request: CMD PARA, data, CHK. */
    int length() {
        return this == SET_RF_BYTES ? 4 : 3;
    }
}
