package org.waypost.drivers.passport;

import java.util.Optional;

/** How much of a file is asked for at once. */
enum Blocks {
    /** Where reader and chip pass extended length. */
    EXTENDED(4_000, 4_000),
    /** With AES padding and MAC still within 256 bytes. */
    SHORT(223, 223),
    /** Tag and longest length first, for chips that refuse to read beyond the end of a file. */
    HEADER_FIRST(6, 223);

    private static final int WRONG_LENGTH = 0x6700;

    private final int first;
    private final int most;

    Blocks(int first, int most) {
        this.first = first;
        this.most = most;
    }

    /** Bytes asked for before the length of a file is known. */
    int first() {
        return first;
    }

    /** Greatest number of bytes asked for. */
    int most() {
        return most;
    }

    /** What to try with a chip that is powered anew after this failure; empty if nothing else would help. */
    Optional<Blocks> after(ChipFailure failure) {
        if (this != HEADER_FIRST && failure.isBlockRefused()) {
            return Optional.of(HEADER_FIRST);
        }
        return this == EXTENDED && failure.status() == WRONG_LENGTH ? Optional.of(SHORT) : Optional.empty();
    }

    /**
     * What a refused first block means. A status of its own keeps it from being taken for that of a file which is not
     * there; with extended length 6700 says that the chip knows none.
     */
    ChipFailure refused(ChipFailure failure) {
        boolean length = this == EXTENDED && failure.status() == WRONG_LENGTH;
        boolean mayBeTheEnd = this != HEADER_FIRST && !length && failure.status() > 0 && failure.status() != 0x9000;
        return mayBeTheEnd ? ChipFailure.blockRefused() : failure;
    }
}
