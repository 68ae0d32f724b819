package org.waypost.drivers.camera;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.JpegHeader;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.simulated.CameraScene;

class StillDecoderTest {
    private static final byte[] FILE = new CameraScene(320, 240).jpeg(5, 100);

    private static Frame frame(byte[] file) {
        JpegHeader header = JpegHeader.of(ByteBuffer.wrap(file)).orElseThrow();
        return Frame.of(header, MemorySegment.ofArray(file), new Frame.Moment(0, 1));
    }

    /** As USB cameras send them: the tables of ITU-T T.81, annex K.3, are left out. */
    private static byte[] withoutHuffmanTables(byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, 2);
        int at = 2;
        while (file[at + 1] != (byte) 0xDA) {
            int length = 2 + (((file[at + 2] & 0xFF) << 8) | (file[at + 3] & 0xFF));
            if (file[at + 1] != (byte) 0xC4) {
                out.write(file, at, length);
            }
            at += length;
        }
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }

    @Test
    void decodesColoursInTheOrderOfAPortrait() throws IOException {
        var expected = ImageIO.read(new ByteArrayInputStream(FILE));
        try (Frame frame = frame(FILE);
                Portrait portrait = StillDecoder.decode(frame).orElseThrow()) {
            double difference = 0;
            for (int at = 0; at < 320 * 240; at++) {
                int rgb = expected.getRGB(at % 320, at / 320);
                for (int part = 0; part < 3; part++) {
                    int pixel = portrait.pixels().get(ValueLayout.JAVA_BYTE, 3L * at + part) & 0xFF;
                    difference += Math.abs(pixel - ((rgb >> (16 - 8 * part)) & 0xFF));
                }
            }
            // two decoders round and smooth colours each in their way; a wrong order is above 30
            assertTrue(difference / (3 * 320 * 240) < 5, "mean difference " + difference / (3 * 320 * 240));
        }
    }

    @Test
    void decodesPicturesOfUsbCamerasWithoutHuffmanTables() {
        byte[] bare = withoutHuffmanTables(FILE);
        assertTrue(bare.length < FILE.length - 400);
        try (Frame whole = frame(FILE);
                Frame lacking = frame(bare);
                Portrait expected = StillDecoder.decode(whole).orElseThrow();
                Portrait portrait = StillDecoder.decode(lacking).orElseThrow()) {
            assertEquals(-1, expected.pixels().mismatch(portrait.pixels()));
        }
    }

    @Test
    void aPictureOfAnotherSizeThanAnnouncedIsNone() {
        JpegHeader other = new JpegHeader(320, 241);
        try (Frame frame = Frame.of(other, MemorySegment.ofArray(FILE), new Frame.Moment(0, 1))) {
            assertTrue(StillDecoder.decode(frame).isEmpty());
        }
    }

    @Test
    void anyBytesAreAPictureOfTheAnnouncedSizeOrNone() {
        Random random = new Random(20261124);
        int none = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] file = FILE.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                file[20 + random.nextInt(600)] = (byte) random.nextInt();
            }
            if (JpegHeader.of(ByteBuffer.wrap(file)).isPresent()) {
                none += decoded(file) ? 0 : 1;
            }
        }
        assertTrue(none > 10, "some cannot be decoded: " + none);
    }

    @Test
    void tornAtEvery64thItIsThePictureAnnouncedOrNone() {
        for (int part = 0; part < 64; part++) {
            byte[] torn = Arrays.copyOf(FILE, FILE.length * part / 64);
            JpegHeader.of(ByteBuffer.wrap(torn)).ifPresent(header -> {
                assertEquals(new JpegHeader(320, 240), header);
                decoded(torn);
            });
        }
    }

    /**
     * Nothing but JPEG comes here; what would come all the same is not of the size that was held against the limits.
     */
    @Test
    void bytesOfAnotherKindAreNone() throws IOException {
        for (String format : new String[] {"png", "bmp"}) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, file);
            try (Frame frame = framed(320, 240, file.toByteArray())) {
                assertTrue(StillDecoder.decode(frame).isEmpty());
            }
        }
        try (Frame text = framed(320, 240, "no picture at all".getBytes(UTF_8))) {
            assertTrue(StillDecoder.decode(text).isEmpty());
            assertTrue(StillDecoder.brightness(text).isEmpty());
        }
    }

    private static Frame framed(int width, int height, byte[] file) {
        return Frame.of(new JpegHeader(width, height), MemorySegment.ofArray(file), new Frame.Moment(0, 1));
    }

    @Test
    void thinTinyAndGreyPicturesAreDecoded() throws IOException {
        for (BufferedImage image : List.of(
                new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB),
                new BufferedImage(JpegHeader.LONGEST_SIDE, 1, BufferedImage.TYPE_INT_RGB),
                new BufferedImage(1, JpegHeader.LONGEST_SIDE, BufferedImage.TYPE_INT_RGB),
                new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY))) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", file);
            assertTrue(decoded(file.toByteArray()), image.getWidth() + "x" + image.getHeight());
        }
    }

    private static boolean decoded(byte[] file) {
        try (Frame frame = frame(file)) {
            StillDecoder.brightness(frame).ifPresent(mean -> assertTrue(mean >= 0 && mean <= 255));
            var portrait = StillDecoder.decode(frame);
            portrait.ifPresent(Portrait::close);
            return portrait.isPresent();
        }
    }
}
