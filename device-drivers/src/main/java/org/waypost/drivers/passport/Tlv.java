package org.waypost.drivers.passport;

import java.util.Optional;

/**
 * A view of one BER-TLV object inside a file (ISO/IEC 7816-4, section 5.2.2), copying nothing. Every view lies within
 * its parent; anything torn gives no view.
 */
final class Tlv {
    private final byte[] file;
    private final int tag;
    private final int from;
    private final int to;

    Tlv(byte[] file, int tag, int from, int to) {
        this.file = file;
        this.tag = tag;
        this.from = from;
        this.to = to;
    }

    byte[] file() {
        return file;
    }

    /** Of one or two bytes, as a number such as 0x7F60. */
    int tag() {
        return tag;
    }

    /** First byte of the value. */
    int from() {
        return from;
    }

    /** One past the last byte of the value. */
    int to() {
        return to;
    }

    /** The object that begins a file. */
    static Optional<Tlv> first(byte[] file) {
        return at(file, 0, file.length);
    }

    /** The object at a place before a limit. */
    static Optional<Tlv> at(byte[] file, int start, int limit) {
        if (start < 0 || limit > file.length || limit - start < 2) {
            return Optional.empty();
        }
        int at = start;
        int tag = file[at++] & 0xFF;
        if ((tag & 0x1F) == 0x1F) {
            tag = (tag << 8) | (file[at++] & 0xFF);
        }
        if (at >= limit) {
            return Optional.empty();
        }
        int first = file[at++] & 0xFF;
        int octets = first < 0x80 ? 0 : first & 0x7F;
        if (first == 0x80 || octets > 3 || octets > limit - at) {
            return Optional.empty();
        }
        int length = octets == 0 ? first : 0;
        for (int i = 0; i < octets; i++) {
            length = (length << 8) | (file[at++] & 0xFF);
        }
        return length > limit - at ? Optional.empty() : Optional.of(new Tlv(file, tag, at, at + length));
    }

    int length() {
        return to - from;
    }

    /** The first object inside this one with the tag. */
    Optional<Tlv> child(int wanted) {
        Optional<Tlv> child = at(file, from, to);
        while (child.isPresent() && child.get().tag != wanted) {
            child = at(file, child.get().to, to);
        }
        return child;
    }

    /** A copy of the value; the caller wipes it. */
    byte[] value() {
        return java.util.Arrays.copyOfRange(file, from, to);
    }

    @Override
    public String toString() {
        return "Tlv[" + Integer.toHexString(tag) + ", " + length() + " bytes]";
    }
}
