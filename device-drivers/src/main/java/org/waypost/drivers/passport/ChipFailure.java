package org.waypost.drivers.passport;

import org.waypost.drivers.device.Fault;

/** A chip session cannot go on; where it leaves this package it is a {@link Fault}. */
final class ChipFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** No status word came with it. */
    static final int NO_STATUS = -1;

    private static final int TOO_LARGE = -2;
    private static final int BLOCK_REFUSED = -3;

    private final Fault fault;
    private final int status;

    ChipFailure(Fault fault, int status) {
        super(fault + (status < 0 ? "" : " status " + Integer.toHexString(status)), null, false, false);
        this.fault = fault;
        this.status = status;
    }

    ChipFailure(Fault fault) {
        this(fault, NO_STATUS);
    }

    /** A file beyond what two bytes of length can name. */
    static ChipFailure tooLarge() {
        return new ChipFailure(Fault.CARD_UNREADABLE, TOO_LARGE);
    }

    /** The chip refused to read as far as it was asked, perhaps since the file ends before. */
    static ChipFailure blockRefused() {
        return new ChipFailure(Fault.CARD_UNREADABLE, BLOCK_REFUSED);
    }

    boolean isBlockRefused() {
        return status == BLOCK_REFUSED;
    }

    boolean isTooLarge() {
        return status == TOO_LARGE;
    }

    Fault fault() {
        return fault;
    }

    /** The chip's status word, or {@link #NO_STATUS}. */
    int status() {
        return status;
    }

    /** Whether the chip itself answered, as against a link that ended. */
    boolean isAnswer() {
        return fault != Fault.CARD_MOVED;
    }
}
