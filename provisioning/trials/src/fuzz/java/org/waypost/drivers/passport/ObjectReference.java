package org.waypost.drivers.passport;

import java.util.List;
import java.util.Optional;

/** Objects of ISO/IEC 7816-4, section 5.2.2, found a second time. */
final class ObjectReference {
    private static final List<String> KINDS = List.of("85", "87", "8e", "99");

    private ObjectReference() {}

    /** Tag, then from and to of the value; nothing if torn. */
    static Optional<int[]> at(byte[] bytes, int at, int limit) {
        int tagBytes = at < limit && (bytes[at] & 31) == 31 ? 2 : 1;
        int where = at + tagBytes;
        if (limit - at < 2 || where >= limit) {
            return Optional.empty();
        }
        int tag = tagBytes == 1 ? bytes[at] & 255 : 256 * (bytes[at] & 255) + (bytes[at + 1] & 255);
        int octets = (bytes[where] & 255) < 128 ? 0 : bytes[where] & 127;
        if (bytes[where] == -128 || octets > 3 || where + 1 + octets > limit) {
            return Optional.empty();
        }
        long length = octets == 0 ? bytes[where] : 0;
        for (int i = 1; i <= octets; i++) {
            length = 256 * length + (bytes[where + i] & 255);
        }
        int from = where + 1 + octets;
        return from + length > limit ? Optional.empty() : Optional.of(new int[] {tag, from, (int) (from + length)});
    }

    /** Whether there are whole objects up to there, of the four kinds of a secure channel alone. */
    static boolean isOfAChannel(byte[] bytes, int to) {
        int at = 0;
        while (at < to) {
            Optional<int[]> object = at(bytes, at, to);
            if (object.isEmpty() || !KINDS.contains(Integer.toHexString(object.get()[0]))) {
                return false;
            }
            at = object.get()[2];
        }
        return true;
    }

    /** Whether everything from and to consists of whole objects, no more than so many deep. */
    static boolean isFilled(byte[] bytes, int from, int to, int deep) {
        int at = from;
        while (at < to) {
            Optional<int[]> object = at(bytes, at, to);
            if (object.isEmpty()) {
                return false;
            }
            int[] place = object.get();
            boolean constructed = (bytes[at] & 32) != 0;
            if (constructed && (deep == 0 || !isFilled(bytes, place[1], place[2], deep - 1))) {
                return false;
            }
            at = place[2];
        }
        return true;
    }
}
