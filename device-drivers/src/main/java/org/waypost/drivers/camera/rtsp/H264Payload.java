package org.waypost.drivers.camera.rtsp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * H.264 in packets (RFC 6184, packetization modes 0 and 1): single units, units together (STAP-A) and pieces of one
 * (FU-A). After a packet that is missing nothing is decoded up to the next picture that stands by itself.
 */
final class H264Payload implements RtpPayload {
    /** Longest coded picture. */
    private static final int MOST_BYTES = 4 << 20;

    private static final int KEY_PICTURE = 5;
    private static final int SEQUENCE_PARAMETERS = 7;
    private static final int TOGETHER = 24;
    private static final int PIECE = 28;

    private final UnitDecoder decoder;
    private final byte[] picture = new byte[MOST_BYTES];
    private final ByteBuffer out = ByteBuffer.wrap(picture);
    private final ByteBuffer parameters;
    private int longest;
    private int expected = -1;
    private boolean isTorn;
    private boolean inPieces;
    private boolean hasKey;
    private boolean awaitsKey = true;

    /**
     * From the first packet on.
     *
     * @param parameters of the description, with start codes; empty where they come with the pictures
     * @param decoder closed with this
     */
    H264Payload(ByteBuffer parameters, UnitDecoder decoder) {
        this.decoder = decoder;
        this.parameters = parameters;
        drop();
    }

    @Override
    public Optional<ByteBuffer> accept(RtpPacket packet) {
        isTorn |= expected >= 0 && packet.sequence() != expected;
        expected = (packet.sequence() + 1) & 0xFFFF;
        if (packet.payload().remaining() > 1) {
            take(packet.payload());
        }
        longest = Math.max(longest, out.position());
        return packet.isLast() ? whole() : Optional.empty();
    }

    private void take(ByteBuffer in) {
        int type = in.get(in.position()) & 0x1F;
        if (type == PIECE) {
            piece(in, in.get(), in.get());
            return;
        }
        inPieces = false;
        if (type == TOGETHER) {
            together(in.position(in.position() + 1));
        } else {
            unit(in, in.get());
        }
    }

    private void together(ByteBuffer in) {
        while (in.remaining() > 2) {
            int length = in.getShort() & 0xFFFF;
            if (length < 1 || length > in.remaining()) {
                isTorn = true;
                return;
            }
            ByteBuffer one = in.slice(in.position(), length);
            in.position(in.position() + length);
            unit(one, one.get());
        }
    }

    private void piece(ByteBuffer in, byte indicator, byte header) {
        boolean isFirst = (header & 0x80) != 0;
        if (isFirst) {
            unit(in, (byte) ((indicator & 0xE0) | (header & 0x1F)));
        } else if (inPieces) {
            put(in);
        } else {
            isTorn = true;
        }
        inPieces = (isFirst || inPieces) && (header & 0x40) == 0;
    }

    private void unit(ByteBuffer rest, byte header) {
        int type = header & 0x1F;
        isTorn |= type < 1 || type >= TOGETHER;
        hasKey |= type == KEY_PICTURE || type == SEQUENCE_PARAMETERS;
        put(ByteBuffer.wrap(new byte[] {0, 0, 0, 1, header}));
        put(rest);
    }

    private void put(ByteBuffer bytes) {
        if (bytes.remaining() > out.remaining()) {
            isTorn = true;
        } else {
            out.put(bytes);
        }
    }

    private Optional<ByteBuffer> whole() {
        awaitsKey = isTorn || (awaitsKey && !hasKey);
        Optional<ByteBuffer> jpeg = awaitsKey ? Optional.empty() : decoder.decode(out.flip());
        drop();
        return jpeg;
    }

    /** Begins the next picture; the description's parameters stand before each until one has come whole. */
    private void drop() {
        out.clear();
        isTorn = false;
        inPieces = false;
        hasKey = false;
        if (awaitsKey) {
            put(parameters.duplicate());
        }
    }

    @Override
    public void close() {
        decoder.close();
        Arrays.fill(picture, 0, longest, (byte) 0);
    }
}
