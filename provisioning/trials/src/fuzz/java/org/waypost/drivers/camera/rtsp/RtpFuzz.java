package org.waypost.drivers.camera.rtsp;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.waypost.drivers.fuzz.Script;

/**
 * Packets of pictures: of JPEG exactly the pictures come that a second reading puts together, as files that hold; of
 * H.264 exactly the coded pictures go to the decoder that are whole and can be decoded.
 */
public final class RtpFuzz {
    private static final int PACKETS = 64;
    /** So many bytes a packet of the largest pictures has. */
    private static final int LARGE = 65_000;

    private RtpFuzz() {}

    public static List<byte[]> seeds() {
        return RtpSeeds.all().map(HexFormat.of()::parseHex).toList();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Script script = new Script(input);
        int kind = script.next();
        List<byte[]> packets = packets(script, kind >= 0x80);
        if (kind % 2 == 0) {
            jpegPicturesAreWhole(packets);
        } else {
            onlyWholePicturesAreDecoded(packets, kind % 4 == 1 ? new byte[0] : new byte[] {0, 0, 0, 1, 0x67, 1});
        }
    }

    /** So many bytes each as the script says; the last byte again up to a large one. */
    private static List<byte[]> packets(Script script, boolean large) {
        List<byte[]> packets = new ArrayList<>();
        while (script.hasMore() && packets.size() < PACKETS) {
            byte[] packet = script.take(script.next());
            boolean grows = large && packet.length > 0 && packet[packet.length - 1] == (byte) 0xEE;
            packets.add(grows ? Arrays.copyOf(packet, LARGE) : packet);
        }
        return packets;
    }

    private static void jpegPicturesAreWhole(List<byte[]> packets) {
        JpegReference expected = new JpegReference();
        try (JpegPayload payload = new JpegPayload()) {
            for (byte[] packet : packets) {
                Optional<PacketReference> read = PacketReference.of(packet);
                Optional<JpegReference.Picture> whole = read.flatMap(expected::accept);
                Optional<ByteBuffer> given = read(packet, read).flatMap(payload::accept);
                unless(
                        given.isPresent() == whole.isPresent(),
                        "a picture is given where all of it came, and only there");
                given.ifPresent(file -> whole.orElseThrow().isIn(bytes(file)));
            }
        }
    }

    private static Optional<RtpPacket> read(byte[] packet, Optional<PacketReference> expected) {
        Optional<RtpPacket> found = RtpPacket.of(ByteBuffer.wrap(packet));
        Optional<PacketReference> same = found.map(one -> new PacketReference(
                one.isLast(),
                one.payloadType(),
                one.sequence(),
                one.timestamp(),
                one.payload().slice()));
        unless(same.equals(expected), "a packet is what its header says");
        return found;
    }

    private static void onlyWholePicturesAreDecoded(List<byte[]> packets, byte[] parameters) {
        UnitReference expected = new UnitReference(parameters);
        Kept kept = new Kept();
        try (H264Payload payload = new H264Payload(ByteBuffer.wrap(parameters), kept)) {
            for (byte[] packet : packets) {
                PacketReference.of(packet).ifPresent(expected::accept);
                Optional<ByteBuffer> given =
                        RtpPacket.of(ByteBuffer.wrap(packet)).flatMap(payload::accept);
                unless(given.isEmpty(), "only the decoder makes pictures");
                unless(kept.pictures.size() == expected.pictures().size(), "what is whole is decoded, and no more");
            }
        }
        for (int i = 0; i < kept.pictures.size(); i++) {
            unless(Arrays.equals(kept.pictures.get(i), expected.pictures().get(i)), "as it was sent");
        }
        unless(kept.closed, "the decoder ends with the stream");
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** Keeps what it is given. */
    private static final class Kept implements UnitDecoder {
        private final List<byte[]> pictures = new ArrayList<>();
        private boolean closed;

        @Override
        public Optional<ByteBuffer> decode(ByteBuffer units) {
            pictures.add(bytes(units));
            return Optional.empty();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
