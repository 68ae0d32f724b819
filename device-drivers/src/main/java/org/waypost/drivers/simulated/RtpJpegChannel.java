package org.waypost.drivers.simulated;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * Sends each picture that is written to it as RTP packets (RFC 3550, RFC 2435), with a sender's report on the second
 * channel before it. What stands before a picture, or is none, goes out as payload all the same.
 */
final class RtpJpegChannel implements WritableByteChannel {
    private static final int PIECE = 1_400;
    private static final int JPEG = 26;
    private static final int TICKS = 6_000;
    private static final int SENDER = 0x00C0_FFEE;

    private final RtspPort port;
    private int sequence;
    private int timestamp;

    RtpJpegChannel(RtspPort port) {
        this.port = port;
    }

    @Override
    public int write(ByteBuffer picture) throws IOException {
        byte[] bytes = new byte[picture.remaining()];
        picture.get(bytes);
        timestamp += TICKS;
        report();
        JpegParts parts = JpegParts.of(bytes);
        send(
                ByteBuffer.wrap(bytes, 0, parts.before()),
                ByteBuffer.allocate(0),
                parts.scan().hasRemaining());
        if (parts.scan().hasRemaining()) {
            scan(parts);
        }
        return bytes.length;
    }

    /** Report of a sender without blocks (RFC 3550, section 6.4.1). */
    private void report() throws IOException {
        ByteBuffer report = ByteBuffer.allocate(28).putShort((short) 0x80C8).putShort((short) 6);
        port.packet(1, report.putInt(SENDER).rewind());
    }

    private void scan(JpegParts parts) throws IOException {
        ByteBuffer scan = parts.scan();
        for (int offset = 0; scan.hasRemaining(); offset += PIECE) {
            int count = Math.min(PIECE, scan.remaining());
            ByteBuffer head = ByteBuffer.allocate(8 + 4 + 128).putInt(offset & 0xFF_FFFF);
            head.put((byte) 1).put((byte) 255).put((byte) (parts.width() / 8)).put((byte) (parts.height() / 8));
            if (offset == 0) {
                head.putShort((short) 0).putShort((short) 128).put(parts.tables());
            }
            ByteBuffer piece = scan.slice(scan.position(), count);
            scan.position(scan.position() + count);
            packet(head.flip(), piece, !scan.hasRemaining());
        }
    }

    private void send(ByteBuffer other, ByteBuffer head, boolean goesOn) throws IOException {
        while (other.hasRemaining()) {
            ByteBuffer piece = other.slice(other.position(), Math.min(PIECE, other.remaining()));
            other.position(other.position() + piece.remaining());
            packet(head, piece, !goesOn && !other.hasRemaining());
        }
    }

    private void packet(ByteBuffer head, ByteBuffer piece, boolean isLast) throws IOException {
        ByteBuffer packet = ByteBuffer.allocate(12 + head.remaining() + piece.remaining());
        packet.put((byte) 0x80).put((byte) (JPEG | (isLast ? 0x80 : 0)));
        packet.putShort((short) sequence++).putInt(timestamp).putInt(SENDER);
        port.packet(0, packet.put(head).put(piece).flip());
    }

    @Override
    public boolean isOpen() {
        return port.visitor().isOpen();
    }

    @Override
    public void close() throws IOException {
        port.visitor().close();
    }
}
