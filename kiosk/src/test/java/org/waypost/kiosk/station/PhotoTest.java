package org.waypost.kiosk.station;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.waypost.contract.PublicReport;

class PhotoTest {
    private static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return image;
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, out));
        return out.toByteArray();
    }

    private static byte[] redrawn(byte[] file) {
        return Base64.getUrlDecoder().decode(Photo.redrawn(file).orElseThrow());
    }

    /** An Exif block as cameras write it, behind the first two bytes. */
    private static byte[] withExif(byte[] jpeg, String canary) {
        byte[] text = ("Exif\0\0" + canary).getBytes(ISO_8859_1);
        return ByteBuffer.allocate(jpeg.length + text.length + 4)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) 0xe1)
                .putShort((short) (text.length + 2))
                .put(text)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    @Test
    void nothingBesideThePictureIsLeft() throws IOException {
        byte[] taken = withExif(written(noise(300, 200), "jpeg"), "GPS-canary-31.2N");
        assertTrue(new String(taken, ISO_8859_1).contains("GPS-canary"));
        byte[] left = redrawn(taken);
        assertFalse(new String(left, ISO_8859_1).contains("canary"));
        assertFalse(new String(left, ISO_8859_1).contains("Exif"));
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(left));
        assertEquals(300, seen.getWidth());
    }

    @Test
    void isBoundInEdgeAndBytesWhateverItShows() throws IOException {
        byte[] left = redrawn(written(noise(2_600, 1_300), "png"));
        assertTrue(left.length <= PublicReport.PHOTO_BYTES_MAX, "" + left.length);
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(left));
        assertTrue(seen.getWidth() <= Photo.EDGE && seen.getWidth() > seen.getHeight());
    }

    /** Whole pictures of one colour, of some kilobytes: each would be decoded if it were not for its size. */
    @Test
    void aPictureTooLargeIsRefused() throws IOException {
        assertTrue(Photo.redrawn(blank(Photo.SIDE_MAX, 4)).isPresent());
        assertEquals(Optional.empty(), Photo.redrawn(blank(Photo.SIDE_MAX + 1, 4)));
        assertEquals(Optional.empty(), Photo.redrawn(blank(4, Photo.SIDE_MAX + 1)));
        assertTrue(
                Photo.redrawn(blank(10_000, (int) (Photo.PIXELS_MAX / 10_000))).isPresent());
        assertEquals(Optional.empty(), Photo.redrawn(blank(10_000, (int) (Photo.PIXELS_MAX / 10_000) + 1)));
    }

    private static byte[] blank(int width, int height) throws IOException {
        return written(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png");
    }

    @Test
    void whatIsNoPictureOrADamagedOneIsRefused() throws IOException {
        assertEquals(Optional.empty(), Photo.redrawn(new byte[0]));
        assertEquals(Optional.empty(), Photo.redrawn(written(noise(8, 8), "gif")));
        assertEquals(Optional.empty(), Photo.redrawn("<svg onload='alert(1)'/>".getBytes(ISO_8859_1)));
        byte[] jpeg = written(noise(64, 64), "jpeg");
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] spoiled = Arrays.copyOf(jpeg, 3 + random.nextInt(jpeg.length - 3));
            spoiled[random.nextInt(spoiled.length)] ^= (byte) (1 << random.nextInt(8));
            Photo.redrawn(spoiled).ifPresent(left -> assertTrue(left.startsWith("_9j_")));
        }
    }
}
