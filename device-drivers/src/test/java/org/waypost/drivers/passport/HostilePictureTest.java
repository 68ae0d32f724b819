package org.waypost.drivers.passport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.device.JpegHeader;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.passport.PictureHeader.Kind;
import org.waypost.drivers.simulated.PassportPicture;

/** What a chip may hold in place of a portrait: nothing comes of it, or a picture, and memory has a bound. */
class HostilePictureTest {
    /** A terminal has 128 MB of heap in all. */
    private static final long MOST_MEMORY = 60_000_000;
    /** To say no takes next to none. */
    private static final long REFUSAL = 1_000_000;

    /** ImageIO loads its readers at the first picture. */
    @BeforeAll
    static void warm() {
        for (Kind kind : Kind.values()) {
            PictureDecoder.decode(file(kind, 32, 32)).orElseThrow().close();
        }
    }

    private static byte[] file(Kind kind, int width, int height) {
        return switch (kind) {
            case JPEG -> PassportPicture.jpeg(width, height).bytes();
            case JPEG_2000 -> PassportPicture.jp2(width, height).bytes();
        };
    }

    /** Bytes of heap taken while a file is decoded. */
    private static long taken(byte[] file) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
        PictureDecoder.decode(file).ifPresent(Portrait::close);
        return threads.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before;
    }

    private static void assertRefused(byte[] file) {
        assertEquals(Optional.empty(), PictureDecoder.decode(file));
        assertTrue(taken(file) < REFUSAL, "took " + taken(file) + " bytes");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void tornAtEvery64thItIsThePictureAnnouncedOrNone(Kind kind) {
        byte[] whole = file(kind, 96, 128);
        for (int part = 0; part < 64; part++) {
            PictureDecoder.decode(Arrays.copyOf(whole, whole.length * part / 64))
                    .ifPresent(portrait -> {
                        assertEquals(96, portrait.width());
                        assertEquals(128, portrait.height());
                        portrait.close();
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anyBitOfAHeaderMayBeAnother(Kind kind) {
        byte[] whole = file(kind, 24, 32);
        for (int bit = 0; bit < 8 * Math.min(200, whole.length); bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertTrue(taken(flipped) < MOST_MEMORY, "bit " + bit);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theLargestPictureTakesWhatATerminalHas(Kind kind) {
        int side = (int) Math.sqrt(kind.mostPixels());
        long memory = taken(file(kind, side, side));
        assertTrue(memory > 3L * side * side, "it is decoded");
        assertTrue(memory < MOST_MEMORY, "took " + memory + " bytes");
        assertTrue(PictureHeader.within(kind, side + 1, side + 1).isEmpty());
    }

    @Test
    void aFewBytesThatAnnounceALargePictureAreBounded() {
        byte[] largest = new byte[] {};
        for (Kind kind : Kind.values()) {
            byte[] small = file(kind, 24, 32);
            largest = announcing(kind, small, 2_000, kind.mostPixels() / 2_000);
            assertTrue(PictureHeader.of(largest).isPresent());
            assertTrue(taken(largest) < MOST_MEMORY, kind + " took " + taken(largest));
            assertRefused(announcing(kind, small, 2_001, kind.mostPixels() / 2_000));
            assertRefused(announcing(kind, small, 0, 32));
            assertRefused(announcing(kind, small, 24, 4_097));
        }
        assertTrue(largest.length < 2_000);
    }

    private static byte[] announcing(Kind kind, byte[] file, int width, int height) {
        ByteBuffer changed = ByteBuffer.wrap(file.clone());
        switch (kind) {
            case JPEG ->
                changed.putShort(indexOf(file, 0xFFC0) + 5, (short) height)
                        .putShort(indexOf(file, 0xFFC0) + 7, (short) width);
            case JPEG_2000 -> {
                int siz = indexOf(file, 0xFF51);
                changed.putInt(siz + 6, width).putInt(siz + 10, height);
                changed.putInt(siz + 22, Math.max(1, width)).putInt(siz + 26, height);
            }
        }
        return changed.array();
    }

    private static int indexOf(byte[] bytes, int marker) {
        int at = 0;
        while (PictureHeader.word(bytes, at) != marker) {
            at++;
        }
        return at;
    }

    /** A decoder steps over a marker without length, and over what is no marker, to the large picture behind it. */
    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x01, 0xD0, 0xD7, 0xD9})
    void aLargePictureIsNotHiddenBehindAMarkerWithoutLength(int bare) {
        byte[] small = file(Kind.JPEG, 24, 32);
        byte[] large = announcing(Kind.JPEG, small, 4_000, 4_000);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int hidden = large.length;
        file.writeBytes(new byte[] {-1, -40, -1, (byte) bare, (byte) (hidden >> 8), (byte) hidden});
        file.write(large, 2, large.length - 2);
        file.write(small, 2, small.length - 2);
        assertEquals(Optional.empty(), JpegHeader.of(ByteBuffer.wrap(file.toByteArray())));
        assertRefused(file.toByteArray());
    }

    /** Were the two readings of a header ever to differ, no memory is taken for pixels. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDecoderThatReadsAnotherHeaderDoesNotDecode(Kind kind) {
        byte[] file = file(kind, 1_000, 1_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertEquals(Optional.empty(), PictureDecoder.decode(file, new PictureHeader(kind, 10, 10)));
        assertTrue(threads.getCurrentThreadAllocatedBytes() - before < REFUSAL);
    }

    @Test
    void whatIsNeitherJpegNorJpeg2000IsNone() throws IOException {
        assertRefused(new byte[0]);
        assertRefused("no picture at all, but text".getBytes(US_ASCII));
        for (String format : new String[] {"png", "gif", "bmp"}) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(96, 128, BufferedImage.TYPE_INT_RGB), format, file);
            assertRefused(file.toByteArray());
        }
        assertRefused(pngBomb());
    }

    /** Fifty bytes that announce two thousand million pixels. */
    private static byte[] pngBomb() {
        ByteBuffer file = ByteBuffer.allocate(50);
        file.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}).putInt(13);
        file.put("IHDR".getBytes(US_ASCII)).putInt(50_000).putInt(40_000).put(new byte[] {8, 6, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(file.array(), 12, 17);
        return file.putInt((int) sum.getValue()).array();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4_096})
    void thinAndTinyPicturesAreDecoded(int length) {
        for (byte[] file : new byte[][] {file(Kind.JPEG, length, 1), file(Kind.JPEG, 1, length)}) {
            try (Portrait portrait = PictureDecoder.decode(file).orElseThrow()) {
                assertEquals(length, portrait.width() * portrait.height());
            }
        }
    }

    @Test
    void aGreyPictureIsDecoded() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(96, 128, BufferedImage.TYPE_BYTE_GRAY), "jpeg", file);
        PictureDecoder.decode(file.toByteArray()).orElseThrow().close();
    }
}
