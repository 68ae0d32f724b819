package org.waypost.drivers.idcard;

import java.time.Duration;

/**
 * The six requests the driver sends. There is none for the newest address (30 03), the card-body number (30 05) or the
 * fingerprints (30 10): what cannot be asked cannot leak.
 *
 * <p>Frame: {@code AA AA AA 96 69 | LEN(2, big-endian) | CMD | PARA | CHK}; LEN counts what follows it, CHK is the XOR
 * from LEN on. Source: SAM_V, vendor serial protocol; public driver hevz/hev-idcard-reader.
 */
enum SamvRequest {
    STATUS(0x11, 0xFF, SamvStatus.DONE, 4),
    NUMBER(0x12, 0xFF, SamvStatus.DONE, 20),
    /** From now on at 115200 baud; whether the answer still comes at the old speed differs. */
    FASTER(0x60, 0x00, SamvStatus.DONE, 4),
    FIND(0x20, 0x01, SamvStatus.FOUND, 8),
    SELECT(0x20, 0x02, SamvStatus.DONE, 12),
    READ(0x30, 0x01, SamvStatus.DONE, 0x508);

    /** LEN of a reply that carries no data: SW1 SW2 SW3 CHK. */
    private static final int BARE_LENGTH = 4;

    private final int command;
    private final int parameter;
    private final SamvStatus success;
    private final int successLength;

    SamvRequest(int command, int parameter, SamvStatus success, int successLength) {
        this.command = command;
        this.parameter = parameter;
        this.success = success;
        this.successLength = successLength;
    }

    /** The ten bytes on the wire. */
    byte[] frame() {
        int check = 0x00 ^ 0x03 ^ command ^ parameter;
        return new byte[] {
            (byte) 0xAA,
            (byte) 0xAA,
            (byte) 0xAA,
            (byte) 0x96,
            0x69,
            0,
            3,
            (byte) command,
            (byte) parameter,
            (byte) check
        };
    }

    /** Longest wait for the first byte of the reply: 1 s, for the read 2 s (recommended beside the vendor protocol). */
    Duration firstByte() {
        return this == READ ? Duration.ofSeconds(2) : Duration.ofSeconds(1);
    }

    /** Whether a reply can be the answer to this request and not a late one to an earlier request. */
    boolean isAnsweredBy(SamvStatus status, int length) {
        if (status == success) {
            return length == successLength;
        }
        return length == BARE_LENGTH && !belongsToAnother(status);
    }

    private boolean belongsToAnother(SamvStatus status) {
        return status == SamvStatus.DONE
                || status == SamvStatus.FOUND
                || (status == SamvStatus.READ_FAILED && this == FIND)
                || (status == SamvStatus.NO_CARD && this != FIND)
                || (status == SamvStatus.SELECT_FAILED && this != SELECT);
    }
}
