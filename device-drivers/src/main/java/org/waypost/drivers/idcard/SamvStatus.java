package org.waypost.drivers.idcard;

import java.nio.ByteBuffer;
import org.waypost.drivers.device.Fault;

/** The module's verdict on a request (SW3) and what the driver does about it. Source: SAM_V, public libsamv.h. */
enum SamvStatus {
    DONE(0x90),
    FOUND(0x9F),
    CHECKSUM_WRONG(0x10),
    LENGTH_WRONG(0x11),
    COMMAND_UNKNOWN(0x21),
    NOT_PERMITTED(0x23),
    UNRECOGNISED(0x24),
    CARD_REFUSED_MODULE(0x31),
    MODULE_REFUSED_CARD(0x32),
    VERIFICATION_FAILED(0x33),
    CARD_TYPE_UNKNOWN(0x40),
    READ_FAILED(0x41),
    RANDOM_FAILED(0x47),
    SELF_TEST_FAILED(0x60),
    NOT_AUTHORISED(0x66),
    NO_CARD(0x80),
    SELECT_FAILED(0x81),
    ITEM_EMPTY(0x91);

    private final int code;

    SamvStatus(int code) {
        this.code = code;
    }

    /**
     * The status of a reply. Success counts only if the card's own words SW1 and SW2 are zero; a code nobody documented
     * is {@link #UNRECOGNISED}.
     */
    static SamvStatus of(int sw1, int sw2, int sw3) {
        for (SamvStatus status : values()) {
            if (status.code == sw3) {
                return status.isSuccess() && (sw1 | sw2) != 0 ? UNRECOGNISED : status;
            }
        }
        return UNRECOGNISED;
    }

    boolean isSuccess() {
        return this == DONE || this == FOUND;
    }

    /**
     * The reaction to this status.
     *
     * @param data what came with it
     */
    SamvReply reply(ByteBuffer data) {
        return switch (this) {
            case DONE, FOUND -> new SamvReply.Done(data);
            case NO_CARD -> new SamvReply.NoCard();
            case READ_FAILED, RANDOM_FAILED, SELECT_FAILED -> new SamvReply.StartOver(Fault.CARD_MOVED);
            case CARD_REFUSED_MODULE, MODULE_REFUSED_CARD, VERIFICATION_FAILED ->
                new SamvReply.StartOver(Fault.CARD_NOT_AUTHENTICATED);
            case CHECKSUM_WRONG, LENGTH_WRONG -> new SamvReply.GiveUp(Fault.LINK_UNRELIABLE);
            case COMMAND_UNKNOWN, NOT_PERMITTED -> new SamvReply.GiveUp(Fault.COMMAND_REFUSED);
            case CARD_TYPE_UNKNOWN -> new SamvReply.GiveUp(Fault.CARD_UNKNOWN);
            case SELF_TEST_FAILED, NOT_AUTHORISED -> new SamvReply.GiveUp(Fault.OUT_OF_SERVICE);
            case UNRECOGNISED, ITEM_EMPTY -> new SamvReply.GiveUp(Fault.CARD_UNREADABLE);
        };
    }
}
