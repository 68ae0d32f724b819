package org.waypost.drivers.simulated;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Sends payload as RTP packets (RFC 3550) on channel 0, with a report on channel 1 before each picture. */
final class RtpSender {
    /** Longest payload but for what stands before it. */
    static final int PIECE = 1_400;

    private static final int TICKS = 6_000;
    private static final int SENDER = 0x00C0_FFEE;

    private final RtspPort port;
    private final int payloadType;
    private int sequence;
    private int timestamp;

    RtpSender(RtspPort port, RtspCoding coding) {
        this.port = port;
        this.payloadType = coding.payloadType();
    }

    /** The next picture begins: the report of a sender without blocks (RFC 3550, section 6.4.1). */
    void begin() throws IOException {
        timestamp += TICKS;
        ByteBuffer report = ByteBuffer.allocate(28).putShort((short) 0x80C8).putShort((short) 6);
        port.packet(1, report.putInt(SENDER).rewind());
    }

    /** Takes the next piece of a buffer. */
    static ByteBuffer piece(ByteBuffer of) {
        ByteBuffer piece = of.slice(of.position(), Math.min(PIECE, of.remaining()));
        of.position(of.position() + piece.remaining());
        return piece;
    }

    void packet(ByteBuffer head, ByteBuffer piece, boolean isLast) throws IOException {
        ByteBuffer packet = ByteBuffer.allocate(12 + head.remaining() + piece.remaining());
        packet.put((byte) 0x80).put((byte) (payloadType | (isLast ? 0x80 : 0)));
        packet.putShort((short) sequence++).putInt(timestamp).putInt(SENDER);
        port.packet(0, packet.put(head).put(piece).flip());
    }

    /** What is no picture, as if it were one. */
    void other(ByteBuffer bytes, boolean pictureFollows) throws IOException {
        while (bytes.hasRemaining()) {
            ByteBuffer piece = piece(bytes);
            packet(ByteBuffer.allocate(0), piece, !pictureFollows && !bytes.hasRemaining());
        }
    }
}
