package org.waypost.drivers.passport;

import java.util.Set;

/**
 * The tile-parts of a JPEG 2000 codestream, ISO/IEC 15444-1, annex A.4. Their headers may replace what the main header
 * says of coding, so only those are let through that do not.
 */
final class TileParts {
    /** SOT. */
    static final int START = 0xFF90;

    private static final int DATA = 0xFF93;
    private static final int SHORTEST = 14;

    /** PLT, QCD, QCC and COM. */
    private static final Set<Integer> PLAIN = Set.of(0xFF58, 0xFF5C, 0xFF5D, 0xFF64);

    private TileParts() {}

    /**
     * Whether every tile-part up to the end of the file has a header of plain segments and stuffed bits.
     *
     * @param first where the first one begins
     */
    static boolean arePlain(byte[] file, int first) {
        long at = first;
        while (at + SHORTEST <= file.length && PictureHeader.word(file, (int) at) == START) {
            long length = Codestream.number(file, (int) at + 6, 4);
            long end = length == 0 ? file.length : at + length;
            if ((length != 0 && length < SHORTEST) || !isPlain(file, (int) at + 12, Math.min(end, file.length))) {
                return false;
            }
            at = end;
        }
        return at > first;
    }

    private static boolean isPlain(byte[] file, int after, long end) {
        int segment = after;
        while (segment + 4 <= end && PLAIN.contains(PictureHeader.word(file, segment))) {
            segment += 2 + Math.max(2, PictureHeader.word(file, segment + 2));
        }
        return segment + 2 <= end && PictureHeader.word(file, segment) == DATA && isStuffed(file, segment + 2, end);
    }

    /** Annex B.10.1: after FF no byte is above 8F. Of FF FF in a packet header JJ2000 reads ones for ever. */
    private static boolean isStuffed(byte[] file, int from, long end) {
        for (int i = from; i < end && i + 1 < file.length; i++) {
            if (PictureHeader.word(file, i) == 0xFFFF) {
                return false;
            }
        }
        return true;
    }
}
