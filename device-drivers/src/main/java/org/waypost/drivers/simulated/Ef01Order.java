package org.waypost.drivers.simulated;

/**
 * What a host may order of a module, more than our driver ever does; those from {@link #SEARCH} on only to be refused
 * and recorded. Sources: ZFM-70 and R503 manuals.
 */
public enum Ef01Order {
    TAKE_IMAGE(0x01, 0),
    SEND_IMAGE(0x0A, 0),
    CLEAR_LIBRARY(0x0D, 0),
    SET_BAUD(0x0E, 2),
    SET_SECURITY(0x0E, 2),
    SET_PACKET_SIZE(0x0E, 2),
    SET_UNKNOWN(0x0E, 2),
    READ_PARAMETERS(0x0F, 0),
    SET_PASSWORD(0x12, 4),
    VERIFY_PASSWORD(0x13, 4),
    COUNT_LIBRARY(0x1D, 0),
    TAKE_GOOD_IMAGE(0x28, 0),
    LAMP(0x35, 4),
    CHECK_SENSOR(0x36, 0),
    SOFT_RESET(0x3D, 0),
    HANDSHAKE(0x40, 0),
    SEARCH(0x04, -1),
    SEARCH_FAST(0x1B, -1),
    SEARCH_NOW(0x32, -1),
    /** Templates, other registers and whatever else there is. */
    UNKNOWN(-1, -1);

    private final int code;
    private final int parameters;

    Ef01Order(int code, int parameters) {
        this.code = code;
        this.parameters = parameters;
    }

    /** The order of a packet's content. */
    static Ef01Order of(byte[] content) {
        int code = content[0] & 0xFF;
        if (code == SET_BAUD.code) {
            return ofRegister(content.length > 1 ? content[1] : -1);
        }
        for (Ef01Order known : values()) {
            if (known.code == code) {
                return known;
            }
        }
        return UNKNOWN;
    }

    private static Ef01Order ofRegister(int register) {
        return switch (register) {
            case 4 -> SET_BAUD;
            case 5 -> SET_SECURITY;
            case 6 -> SET_PACKET_SIZE;
            default -> SET_UNKNOWN;
        };
    }

    /** Whether it has as many parameters as it must have. */
    boolean fits(byte[] content) {
        return parameters < 0 || content.length == 1 + parameters;
    }
}
