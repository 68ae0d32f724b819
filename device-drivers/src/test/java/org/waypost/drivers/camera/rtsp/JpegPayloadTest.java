package org.waypost.drivers.camera.rtsp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.device.JpegHeader;

/** RFC 2435, packet by packet. */
class JpegPayloadTest {
    /** A block of 8 x 8 of mean grey is 00 for luminance's DC, 1010 for its end; all else likewise. */
    private static final byte[] GREY = {0x28, (byte) 0xA2, (byte) 0x8A, 0x00};

    private final JpegPayload payload = new JpegPayload();

    @AfterEach
    void close() {
        payload.close();
    }

    private static ByteBuffer head(int offset, int type, int quality, int width, int height) {
        return ByteBuffer.allocate(2_000)
                .putInt(offset)
                .put((byte) type)
                .put((byte) quality)
                .put((byte) (width / 8))
                .put((byte) (height / 8));
    }

    private Optional<byte[]> send(ByteBuffer packet, int moment, boolean last) {
        return payload.accept(new RtpPacket(last, 26, 0, moment, packet.flip())).map(JpegPayloadTest::bytes);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** The zigzag of the standard's tables as other programs write them out. */
    @Test
    void theTablesOfQualityFiftyAreThoseOfTheStandard() {
        byte[] luminance = bytes(QuantTables.scaled(50).luminance());
        byte[] chrominance = bytes(QuantTables.scaled(50).chrominance());
        assertArrayEquals(
                new byte[] {16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40},
                Arrays.copyOf(luminance, 16));
        assertArrayEquals(
                new byte[] {17, 18, 18, 24, 21, 24, 47, 26, 26, 47, 99, 66, 56, 66, 99, 99},
                Arrays.copyOf(chrominance, 16));
        assertArrayEquals(
                new byte[] {92, 101, 103, 99}, new byte[] {luminance[60], luminance[61], luminance[62], luminance[63]});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 49, 50, 75, 99})
    void aPictureOfTheStandardsTablesIsAFile(int quality) throws IOException {
        byte[] file = send(head(0, 1, quality, 16, 16).put(GREY), 1, true).orElseThrow();
        assertEquals(
                new JpegHeader(16, 16), JpegHeader.of(ByteBuffer.wrap(file)).orElseThrow());
        var image = ImageIO.read(new ByteArrayInputStream(file));
        assertEquals(0x80, image.getRGB(8, 8) & 0xFF, 2);
    }

    @Test
    void restartMarkersAreAnnounced() {
        byte[] file = send(head(0, 65, 50, 16, 16).putInt(0x0007_FFFF).put(GREY), 1, true)
                .orElseThrow();
        ByteBuffer in = ByteBuffer.wrap(file);
        assertEquals(0xFFDD0004, in.getInt(2 + 2 * 69));
        assertEquals(7, in.getShort(2 + 2 * 69 + 4));
    }

    @Test
    void aPieceThatIsMissingEndsThePictureAndNoOther() {
        assertEquals(Optional.empty(), send(head(0, 1, 50, 16, 16).put(GREY), 1, false));
        assertEquals(Optional.empty(), send(head(8, 1, 50, 16, 16).put(GREY), 1, true));
        assertEquals(Optional.empty(), send(head(4, 1, 50, 16, 16).put(GREY), 1, true));
        assertTrue(send(head(0, 1, 50, 16, 16).put(GREY), 2, true).isPresent());
    }

    @Test
    void aPieceOfAnotherPictureIsNotPutToIt() {
        assertEquals(Optional.empty(), send(head(0, 1, 50, 16, 16).put(GREY), 1, false));
        assertEquals(Optional.empty(), send(head(4, 1, 50, 16, 16).put(GREY), 2, true));
    }

    @Test
    void tablesOfTheCameraAreKeptForTheirQuality() {
        assertEquals(Optional.empty(), send(head(0, 1, 200, 16, 16).putInt(0).put(GREY), 1, true));
        ByteBuffer own = head(0, 1, 200, 16, 16).putInt(128).put(new byte[128]);
        assertTrue(send(own.put(GREY), 2, true).isPresent());
        assertTrue(send(head(0, 1, 200, 16, 16).putInt(0).put(GREY), 3, true).isPresent());
        assertEquals(Optional.empty(), send(head(0, 1, 201, 16, 16).putInt(0).put(GREY), 4, true));
    }

    /** RFC 2435, section 3.1.8: of quality 255 each picture has its own. */
    @Test
    void tablesOfEachPicturesOwnAreNotKept() {
        ByteBuffer own = head(0, 1, 255, 16, 16).putInt(128).put(new byte[128]);
        assertTrue(send(own.put(GREY), 1, true).isPresent());
        assertEquals(Optional.empty(), send(head(0, 1, 255, 16, 16).putInt(0).put(GREY), 2, true));
    }

    /** Else they would be taken for the picture itself. */
    @Test
    void tablesOfAKindThatIsNotKnownCostThePicture() {
        ByteBuffer own = head(0, 1, 200, 16, 16).putInt(128).put(new byte[128]);
        assertTrue(send(own.put(GREY), 1, true).isPresent());
        ByteBuffer wide = head(0, 1, 200, 16, 16).putInt(0x0001_0080).put(new byte[128]);
        assertEquals(Optional.empty(), send(wide.put(GREY), 2, true));
    }

    @Test
    void aKindOrSizeThatIsNotKnownIsNoPicture() {
        assertFalse(send(head(0, 2, 50, 16, 16).put(GREY), 1, true).isPresent());
        assertFalse(send(head(0, 1, 0, 16, 16).put(GREY), 1, true).isPresent());
        assertFalse(send(head(0, 1, 100, 16, 16).put(GREY), 1, true).isPresent());
        assertFalse(send(head(0, 1, 50, 0, 16).put(GREY), 1, true).isPresent());
        assertFalse(send(head(0, 1, 200, 16, 16).putInt(127).put(new byte[127]), 1, true)
                .isPresent());
        assertFalse(send(ByteBuffer.allocate(7).position(7), 1, true).isPresent());
    }

    @Test
    void aPictureWithoutEndTakesNoMoreThanItsRoom() {
        boolean any = send(head(0, 1, 50, 16, 16).put(GREY), 1, false).isPresent();
        for (int offset = 4; offset < 5_000_000; offset += 1_400) {
            any |= send(head(offset, 1, 50, 16, 16).put(new byte[1_400]), 1, offset + 1_400 >= 5_000_000)
                    .isPresent();
        }
        assertFalse(any);
    }

    /** Whatever comes is no picture or a file, and never an exception. */
    @Test
    void noiseIsNoDefect() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            if (noise.length > 8 && random.nextBoolean()) {
                Arrays.fill(noise, 0, 4, (byte) 0);
                noise[4] = (byte) (random.nextInt(2) + 64 * random.nextInt(2));
            }
            RtpPacket packet = new RtpPacket(random.nextInt(3) == 0, 26, i, i / 4, ByteBuffer.wrap(noise));
            payload.accept(packet).ifPresent(file -> assertEquals((byte) 0xFF, file.get(0)));
        }
        assertTrue(send(head(0, 1, 50, 16, 16).put(GREY), 2, true).isPresent());
    }
}
