package org.waypost.drivers.simulated;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * Sends each picture that is written to it in RTP packets by RFC 2435. What stands before a picture, or is none, goes
 * out as payload all the same.
 */
final class RtpJpegChannel implements WritableByteChannel {
    private final RtspPort port;
    private final RtpSender sender;

    RtpJpegChannel(RtspPort port) {
        this.port = port;
        this.sender = new RtpSender(port, RtspCoding.JPEG);
    }

    @Override
    public int write(ByteBuffer picture) throws IOException {
        byte[] bytes = new byte[picture.remaining()];
        picture.get(bytes);
        sender.begin();
        JpegParts parts = JpegParts.of(bytes);
        sender.other(ByteBuffer.wrap(bytes, 0, parts.before()), parts.scan().hasRemaining());
        scan(parts);
        return bytes.length;
    }

    private void scan(JpegParts parts) throws IOException {
        ByteBuffer scan = parts.scan();
        for (int offset = 0; scan.hasRemaining(); offset += RtpSender.PIECE) {
            ByteBuffer head = ByteBuffer.allocate(8 + 4 + 128).putInt(offset & 0xFF_FFFF);
            head.put((byte) 1).put((byte) 255).put((byte) (parts.width() / 8)).put((byte) (parts.height() / 8));
            if (offset == 0) {
                head.putShort((short) 0).putShort((short) 128).put(parts.tables());
            }
            ByteBuffer piece = RtpSender.piece(scan);
            sender.packet(head.flip(), piece, !scan.hasRemaining());
        }
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
