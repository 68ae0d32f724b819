package org.waypost.drivers.passport;

import java.util.OptionalInt;
import java.util.Set;

/**
 * The boxes of a JP2 file, ISO/IEC 15444-1, annex I, one after another up to the end, as JJ2000 walks through them:
 * into some boxes, past the others by their length. It takes a length for a signed number, and one that leads back
 * would keep it for ever; here every box must lead on.
 */
final class Jp2Boxes {
    private static final long CODESTREAM = 0x6A703263L;
    private static final long HEADER = 0x6A703268L;
    private static final long IMAGE_HEADER = 0x69686472L;
    private static final long PALETTE = 0x70636C72L;

    /** JP2 header, UUID information and resolution: their own length is not looked at. */
    private static final Set<Long> ENTERED = Set.of(HEADER, 0x75696E66L, 0x72657320L);

    private static final int HEAD = 8;
    private static final int IMAGE_HEADER_LENGTH = 22;

    private Jp2Boxes() {}

    /** Where the one codestream begins; empty if there is none or more, or a box that a face does not have. */
    static OptionalInt codestream(byte[] file) {
        int found = -1;
        long at = 0;
        while (at + HEAD <= file.length) {
            long length = Codestream.number(file, (int) at, 4);
            long type = Codestream.number(file, (int) at + 4, 4);
            boolean last = length == 0;
            if (!isSound(file, (int) at, last ? file.length - at : length) || (type == CODESTREAM && found >= 0)) {
                return OptionalInt.empty();
            }
            found = type == CODESTREAM ? (int) at + HEAD : found;
            at = last ? file.length : at + (ENTERED.contains(type) ? HEAD : length);
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    private static boolean isSound(byte[] file, int at, long length) {
        long type = Codestream.number(file, at + 4, 4);
        return length >= HEAD
                && at + length <= file.length
                && type != PALETTE
                && (type != HEADER || isPlain(file, at + HEAD, at + length));
    }

    /** The image header box must come first and agree to eight bits; palettes are refused, a face has none. */
    private static boolean isPlain(byte[] file, int at, long end) {
        return at + IMAGE_HEADER_LENGTH <= end
                && Codestream.number(file, at, 4) == IMAGE_HEADER_LENGTH
                && Codestream.number(file, at + 4, 4) == IMAGE_HEADER
                && !holdsPalette(file, at, end);
    }

    private static boolean holdsPalette(byte[] file, int from, long end) {
        for (int i = from; i + 4 <= end; i++) {
            if (Codestream.number(file, i, 4) == PALETTE) {
                return true;
            }
        }
        return false;
    }
}
