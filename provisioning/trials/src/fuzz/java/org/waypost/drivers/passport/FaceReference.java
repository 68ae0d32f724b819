package org.waypost.drivers.passport;

import java.util.Optional;

/** Where the first face lies in EF.DG2, found a second time. */
final class FaceReference {
    private FaceReference() {}

    /** From and to of the picture. */
    static Optional<int[]> of(byte[] dg2) {
        Optional<int[]> outer = ObjectReference.at(dg2, 0, dg2.length).filter(object -> object[0] == 0x75);
        Optional<int[]> template = inside(dg2, outer, 0x7F61, 0x7F60);
        Optional<int[]> record = inside(dg2, template, 0x5F2E).flatMap(object -> ofRecord(dg2, object[1], object[2]));
        return record.isPresent() ? record : ofBlock(dg2, inside(dg2, template, 0x7F2E));
    }

    private static Optional<int[]> inside(byte[] bytes, Optional<int[]> outer, int... tags) {
        Optional<int[]> found = outer;
        for (int tag : tags) {
            found = found.flatMap(object -> child(bytes, object, tag));
        }
        return found;
    }

    private static Optional<int[]> child(byte[] bytes, int[] outer, int tag) {
        int at = outer[1];
        for (Optional<int[]> next = ObjectReference.at(bytes, at, outer[2]);
                next.isPresent();
                next = ObjectReference.at(bytes, at, outer[2])) {
            if (next.get()[0] == tag) {
                return next;
            }
            at = next.get()[2];
        }
        return Optional.empty();
    }

    private static Optional<int[]> ofRecord(byte[] bytes, int from, int to) {
        boolean named = to - from >= 46
                && bytes[from] == 'F'
                && bytes[from + 1] == 'A'
                && bytes[from + 2] == 'C'
                && bytes[from + 3] == 0;
        if (!named) {
            return Optional.empty();
        }
        long block = 0;
        for (int i = 14; i < 18; i++) {
            block = 256 * block + Byte.toUnsignedInt(bytes[from + i]);
        }
        int points = 256 * Byte.toUnsignedInt(bytes[from + 18]) + Byte.toUnsignedInt(bytes[from + 19]);
        long start = from + 46L + 8L * points;
        long end = from + 14 + block;
        return start < end && end <= to ? Optional.of(new int[] {(int) start, (int) end}) : Optional.empty();
    }

    private static Optional<int[]> ofBlock(byte[] bytes, Optional<int[]> block) {
        Optional<int[]> wrapped = inside(bytes, block, 0xA1);
        return inside(bytes, wrapped.isPresent() ? wrapped : block, 0x65, 0xA1, 0x30, 0xA1, 0xA0, 0xA0, 0x80)
                .map(octets -> new int[] {octets[1], octets[2]});
    }
}
