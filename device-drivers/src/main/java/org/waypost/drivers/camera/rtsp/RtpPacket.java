package org.waypost.drivers.camera.rtsp;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A packet of RTP (RFC 3550, section 5.1).
 *
 * @param isLast whether the marker is set: the last of a picture, for the codings known here
 * @param payloadType 0..127
 * @param sequence 0..65535
 * @param timestamp in parts of 90,000 of a second, from anywhere; the same for all packets of a picture
 * @param payload valid as long as what it was read from
 */
record RtpPacket(boolean isLast, int payloadType, int sequence, int timestamp, ByteBuffer payload) {
    private static final int HEADER = 12;

    /** Reads one; empty if it is none. */
    static Optional<RtpPacket> of(ByteBuffer bytes) {
        if (bytes.limit() < HEADER || (bytes.get(0) & 0xC0) != 0x80) {
            return Optional.empty();
        }
        int begin = HEADER + 4 * (bytes.get(0) & 0x0F);
        if ((bytes.get(0) & 0x10) != 0) {
            begin = begin + 4 > bytes.limit() ? bytes.limit() + 1 : begin + 4 + 4 * word(bytes, begin + 2);
        }
        int end = bytes.limit() - ((bytes.get(0) & 0x20) == 0 ? 0 : bytes.get(bytes.limit() - 1) & 0xFF);
        return begin > end ? Optional.empty() : Optional.of(read(bytes, bytes.slice(begin, end - begin)));
    }

    private static RtpPacket read(ByteBuffer bytes, ByteBuffer payload) {
        int second = bytes.get(1) & 0xFF;
        return new RtpPacket(second >= 0x80, second & 0x7F, word(bytes, 2), bytes.getInt(4), payload);
    }

    private static int word(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xFFFF;
    }
}
