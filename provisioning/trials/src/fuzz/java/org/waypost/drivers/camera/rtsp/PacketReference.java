package org.waypost.drivers.camera.rtsp;

import java.nio.ByteBuffer;
import java.util.Optional;

/** A packet by the words of RFC 3550, section 5.1. */
record PacketReference(boolean last, int type, int sequence, int timestamp, ByteBuffer payload) {

    static Optional<PacketReference> of(byte[] bytes) {
        if (bytes.length < 12 || unsigned(bytes, 0) / 64 != 2) {
            return Optional.empty();
        }
        int at = 12 + 4 * (unsigned(bytes, 0) % 16);
        boolean extended = unsigned(bytes, 0) / 16 % 2 == 1;
        if (extended) {
            if (bytes.length < at + 4) {
                return Optional.empty();
            }
            at += 4 + 4 * pair(bytes, at + 2);
        }
        boolean padded = unsigned(bytes, 0) / 32 % 2 == 1;
        int end = bytes.length - (padded ? unsigned(bytes, bytes.length - 1) : 0);
        if (end < at) {
            return Optional.empty();
        }
        int moment = pair(bytes, 4) * 65_536 + pair(bytes, 6);
        boolean last = unsigned(bytes, 1) > 127;
        return Optional.of(new PacketReference(
                last,
                unsigned(bytes, 1) % 128,
                pair(bytes, 2),
                moment,
                ByteBuffer.wrap(bytes, at, end - at).slice()));
    }

    static int unsigned(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]);
    }

    static int pair(byte[] bytes, int at) {
        return 256 * unsigned(bytes, at) + unsigned(bytes, at + 1);
    }

    byte[] content() {
        return RtpFuzz.bytes(payload);
    }
}
