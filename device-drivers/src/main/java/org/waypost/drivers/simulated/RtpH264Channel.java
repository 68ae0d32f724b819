package org.waypost.drivers.simulated;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Sends each picture that is written to it as H.264 in RTP packets by RFC 6184: the parameter sets together (STAP-A),
 * the picture in pieces (FU-A). What is no picture goes out as payload all the same.
 */
final class RtpH264Channel implements WritableByteChannel {
    private final RtspPort port;
    private final RtpSender sender;
    private int number;

    RtpH264Channel(RtspPort port) {
        this.port = port;
        this.sender = new RtpSender(port, RtspCoding.H264);
    }

    @Override
    public int write(ByteBuffer picture) throws IOException {
        byte[] bytes = new byte[picture.remaining()];
        picture.get(bytes);
        sender.begin();
        Optional<BufferedImage> image = decoded(bytes);
        if (image.isPresent()) {
            send(new PlainH264(image.get().getWidth(), image.get().getHeight()), image.get());
        } else {
            sender.other(ByteBuffer.wrap(bytes), false);
        }
        return bytes.length;
    }

    private static Optional<BufferedImage> decoded(byte[] file) {
        try {
            return Optional.ofNullable(ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(file))));
        } catch (IOException spoilt) {
            return Optional.empty();
        }
    }

    private void send(PlainH264 stream, BufferedImage image) throws IOException {
        ByteBuffer sequence = stream.sequenceParameters();
        ByteBuffer pictures = stream.pictureParameters();
        ByteBuffer together = ByteBuffer.allocate(64).put((byte) 0x78);
        together.putShort((short) sequence.remaining()).put(sequence);
        together.putShort((short) pictures.remaining()).put(pictures);
        sender.packet(together.flip(), ByteBuffer.allocate(0), false);
        pieces(stream.picture(image, number++));
    }

    private void pieces(ByteBuffer unit) throws IOException {
        byte header = unit.get();
        boolean isFirst = true;
        while (unit.hasRemaining()) {
            ByteBuffer piece = RtpSender.piece(unit);
            boolean isLast = !unit.hasRemaining();
            int mark = (isFirst ? 0x80 : 0) | (isLast ? 0x40 : 0) | (header & 0x1F);
            sender.packet(ByteBuffer.wrap(new byte[] {(byte) ((header & 0xE0) | 28), (byte) mark}), piece, isLast);
            isFirst = false;
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
