package org.waypost.drivers.camera.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.JpegHeader;
import org.waypost.drivers.simulated.H264Specimen;

/** RFC 6184, packet by packet, with FFmpeg behind it. */
class H264PayloadTest {
    private static final H264Specimen GREY = H264Specimen.grey(64, 48);

    private H264Payload payload = new H264Payload(ByteBuffer.allocate(0), new H264Decoder());
    private int sequence = 65_534;

    @AfterEach
    void close() {
        payload.close();
        payload.close();
    }

    private Optional<JpegHeader> send(boolean last, ByteBuffer packet) {
        RtpPacket sent = new RtpPacket(last, 96, sequence, 1, packet);
        sequence = (sequence + 1) & 0xFFFF;
        return payload.accept(sent).flatMap(jpeg -> JpegHeader.of(jpeg.slice()));
    }

    private Optional<JpegHeader> sendWhole(H264Specimen specimen) {
        send(false, specimen.sequenceParameters());
        send(false, specimen.pictureParameters());
        return send(true, specimen.picture());
    }

    @Test
    void singleUnitsMakeAPicture() {
        assertEquals(Optional.of(new JpegHeader(64, 48)), sendWhole(GREY));
        assertEquals(Optional.of(new JpegHeader(64, 48)), send(true, GREY.picture()));
    }

    @Test
    void theSizeMayChange() {
        assertEquals(Optional.of(new JpegHeader(64, 48)), sendWhole(GREY));
        assertEquals(Optional.of(new JpegHeader(160, 32)), sendWhole(H264Specimen.grey(160, 32)));
    }

    @Test
    void parametersMayComeWithTheDescriptionAlone() {
        assertEquals(Optional.empty(), send(true, GREY.picture()));
        payload.close();
        payload = new H264Payload(GREY.withStartCodes(), new H264Decoder());
        assertEquals(Optional.of(new JpegHeader(64, 48)), send(true, GREY.picture()));
    }

    @Test
    void aPictureThatIsSmallerThanAnnouncedIsNone() {
        send(false, GREY.announcing(4_096, 4_096).sequenceParameters());
        send(false, GREY.pictureParameters());
        assertEquals(Optional.empty(), send(true, GREY.picture()));
        assertEquals(Optional.of(new JpegHeader(64, 48)), sendWhole(GREY));
    }

    @Test
    void afterALossNothingIsGivenUpToAPictureThatStandsByItself() {
        assertTrue(sendWhole(GREY).isPresent());
        sequence++;
        assertFalse(send(true, GREY.picture()).isPresent());
        assertTrue(send(true, GREY.picture()).isPresent());
        send(true, ByteBuffer.wrap(new byte[] {0x41, 1, 2, 3}));
        assertTrue(send(true, GREY.picture()).isPresent());
    }

    /** RFC 6184, section 5.8: pieces of one unit follow each other. */
    @Test
    void aPieceBehindAnotherUnitBelongsToNone() {
        UnitCount decoder = new UnitCount();
        try (H264Payload pieces = new H264Payload(ByteBuffer.allocate(0), decoder)) {
            accept(pieces, 1, false, 0x7C, 0x85, 1);
            accept(pieces, 2, true, 0x7C, 0x45, 2);
            assertEquals(1, decoder.pictures);
            accept(pieces, 3, false, 0x7C, 0x85, 1);
            accept(pieces, 4, false, 0x06, 1);
            accept(pieces, 5, true, 0x7C, 0x45, 2);
            assertEquals(1, decoder.pictures);
        }
    }

    @Test
    void unitsWithinUnitsAreNone() {
        UnitCount decoder = new UnitCount();
        try (H264Payload nested = new H264Payload(ByteBuffer.allocate(0), decoder)) {
            accept(nested, 1, true, 0x18, 0, 2, 0x65, 1);
            accept(nested, 2, true, 0x18, 0, 2, 0x65, 1, 0, 2, 0x78, 1);
            assertEquals(1, decoder.pictures);
        }
    }

    private static void accept(H264Payload payload, int number, boolean last, int... bytes) {
        ByteBuffer packet = ByteBuffer.allocate(bytes.length);
        for (int one : bytes) {
            packet.put((byte) one);
        }
        payload.accept(new RtpPacket(last, 96, number, 1, packet.flip()));
    }

    private static final class UnitCount implements UnitDecoder {
        private int pictures;

        @Override
        public Optional<ByteBuffer> decode(ByteBuffer units) {
            pictures++;
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    /** Whatever comes is no picture or one within the limits, and never an exception. */
    @Test
    void noiseIsNoPictureAndNoDefect() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = (byte) (0x60 | random.nextInt(32));
            }
            send(random.nextInt(3) == 0, ByteBuffer.wrap(noise));
        }
        send(true, ByteBuffer.allocate(0));
        assertTrue(sendWhole(GREY).isPresent());
    }

    @Test
    void aDamagedPictureIsNoDefect() {
        Random random = new Random(8);
        for (int i = 0; i < 500; i++) {
            H264Specimen damaged = GREY.damaged(random);
            sendWhole(damaged);
        }
        assertTrue(sendWhole(GREY).isPresent());
    }
}
