package org.waypost.drivers.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
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

    private static boolean decoded(byte[] file) {
        try (Frame frame = frame(file)) {
            StillDecoder.brightness(frame).ifPresent(mean -> assertTrue(mean >= 0 && mean <= 255));
            var portrait = StillDecoder.decode(frame);
            portrait.ifPresent(Portrait::close);
            return portrait.isPresent();
        }
    }
}
