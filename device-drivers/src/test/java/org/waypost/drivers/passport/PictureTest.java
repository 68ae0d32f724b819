package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.passport.PictureEdits.indexOf;
import static org.waypost.drivers.passport.PictureEdits.write;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.simulated.PassportFiles;
import org.waypost.drivers.simulated.PassportPicture;

class PictureTest {
    private static final PassportPicture JPEG = PassportPicture.jpeg(96, 128);
    private static final PassportPicture JP2 = PassportPicture.jp2(96, 128);

    private static PassportPicture picture(boolean jpeg2000) {
        return jpeg2000 ? JP2 : JPEG;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bothFormatsKeepTheirColours(boolean jpeg2000) {
        try (Portrait portrait =
                PictureDecoder.decode(picture(jpeg2000).bytes()).orElseThrow()) {
            assertEquals(96, portrait.width());
            assertEquals(128, portrait.height());
            int[] corner = {0xD8, 0xE0, 0xE8};
            for (int i = 0; i < 3; i++) {
                int sample = portrait.pixels().get(ValueLayout.JAVA_BYTE, i) & 0xFF;
                assertTrue(Math.abs(sample - corner[i]) < 12, "sample " + i + " is " + sample);
            }
        }
    }

    @Test
    void aGreyPictureHasThreeLikeSamplesForEachPixel() throws IOException {
        BufferedImage grey = new BufferedImage(16, 24, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster()
                .setPixels(
                        0,
                        0,
                        16,
                        24,
                        IntStream.range(0, 16 * 24).map(i -> i / 2).toArray());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(grey, "jpeg", file));
        try (Portrait portrait = PictureDecoder.decode(file.toByteArray()).orElseThrow()) {
            byte[] rgb = portrait.pixels().toArray(ValueLayout.JAVA_BYTE);
            for (int at = 0; at < rgb.length; at += 3) {
                assertEquals(rgb[at], rgb[at + 1]);
                assertEquals(rgb[at], rgb[at + 2]);
            }
            assertTrue((rgb[rgb.length - 1] & 0xFF) > (rgb[0] & 0xFF) + 100);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void case23RefusesWhatAnnouncesTooMuch(boolean jpeg2000) {
        byte[] bytes = PictureEdits.announcing(picture(jpeg2000), 3_600, 3_000).bytes();
        assertTrue(PictureHeader.of(bytes).isEmpty());
        assertTrue(PictureDecoder.decode(bytes).isEmpty());
        byte[] honest = PictureEdits.announcing(picture(jpeg2000), 96, 128).bytes();
        assertTrue(PictureHeader.of(honest).isPresent());
    }

    @Test
    void refusesAJp2OfManyTilesManyComponentsOrTinyPrecincts() {
        byte[] tiles = JP2.bytes().clone();
        write(tiles, indexOf(tiles, 0xFF51) + 22, 4, 1);
        write(tiles, indexOf(tiles, 0xFF51) + 26, 4, 1);
        assertTrue(PictureHeader.of(tiles).isEmpty());
        byte[] components = JP2.bytes().clone();
        write(components, indexOf(components, 0xFF51) + 38, 2, 16_384);
        assertTrue(PictureHeader.of(components).isEmpty());
        byte[] precincts = JP2.bytes().clone();
        precincts[indexOf(precincts, 0xFF52) + 4] |= 1;
        assertTrue(PictureHeader.of(precincts).isEmpty());
    }

    /** The numbers of columns and rows are negative then, and their product is twelve million tiles. */
    @ParameterizedTest
    @CsvSource({"6144, 196608", "1, 0", "0, 1"})
    void refusesAJp2WhoseTilesBeginBehindThePicture(int across, int down) {
        byte[] file = JP2.bytes().clone();
        int size = indexOf(file, 0xFF51);
        write(file, size + 30, 4, across);
        write(file, size + 34, 4, down);
        assertTrue(PictureHeader.of(file).isEmpty());
        assertTrue(PictureDecoder.decode(file).isEmpty());
    }

    /** JJ2000 goes back by a length that it takes for negative, and comes to the same box again. */
    @ParameterizedTest
    @ValueSource(longs = {0xFFFFFFEAL, 0x80000000L, 1, 7, 16_000_000})
    void refusesAJp2WithABoxThatLeadsBackOrBeyondTheEnd(long length) {
        byte[] file = JP2.bytes().clone();
        int colour = indexOf(file, 0x636F) - 4;
        assertEquals(0x636F6C72L, Codestream.number(file, colour + 4, 4), "colour specification box");
        assertTrue(Codestream.in(file).isPresent());
        write(file, colour, 4, (int) length);
        assertTrue(Codestream.in(file).isEmpty());
        assertTrue(PictureDecoder.decode(file).isEmpty());
    }

    @Test
    void refusesAJp2WithABoxThatLeadsBackBehindTheCodestream() {
        byte[] whole = JP2.bytes();
        int codestream = Codestream.in(whole).orElseThrow().at() - 8;
        byte[] file = java.util.Arrays.copyOf(whole, whole.length + 8);
        write(file, codestream, 4, whole.length - codestream);
        write(file, whole.length, 4, 0xFFFFFFF0);
        assertTrue(Codestream.in(file).isEmpty());
        write(file, whole.length, 4, 8);
        assertTrue(PictureDecoder.decode(file).isPresent(), "an empty box behind it is harmless");
    }

    /** Decoders fill up what is missing: never a picture of a size that was not held against the limits. */
    @ParameterizedTest
    @CsvSource({"48, true", "97, true", "192, true", "48, false", "97, false", "192, false"})
    void aPictureOfAnotherSizeThanAnnouncedComesOutAsAnnounced(int width, boolean jpeg2000) {
        byte[] file = PictureEdits.announcing(picture(jpeg2000), width, 128).bytes();
        assertTrue(PictureDecoder.decode(file).isPresent());
        assertOnlyAsAnnounced(file);
        PictureHeader other =
                new PictureHeader(PictureHeader.of(file).orElseThrow().kind(), width + 1, 128);
        assertTrue(PictureDecoder.decode(file, other).isEmpty());
    }

    private static void assertInside(Tlv face, byte[] dg2) {
        assertTrue(face.from() > 0 && face.from() <= face.to() && face.to() <= dg2.length, face.toString());
    }

    @Test
    void findsTheFaceInBothEncodings() {
        for (byte[] dg2 : new byte[][] {PassportFiles.dg2(JPEG), PassportFiles.dg2Of39794(JPEG)}) {
            assertEquals(JPEG.bytes().length, FaceImage.in(dg2).orElseThrow().length());
        }
    }

    @Test
    void fuzzedPicturesComeOutAsAnnouncedOrNotAtAll() {
        Random random = new Random(20261123);
        for (int i = 0; i < 400; i++) {
            byte[] file = picture(i % 2 == 0).bytes().clone();
            for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
                file[random.nextInt(i % 4 < 2 ? 200 : file.length)] = (byte) random.nextInt();
            }
            assertOnlyAsAnnounced(file);
        }
    }

    /** Whatever comes out has the size that was held against the limits. */
    private static void assertOnlyAsAnnounced(byte[] file) {
        Optional<PictureHeader> header = PictureHeader.of(file);
        Optional<Portrait> decoded = PictureDecoder.decode(file);
        assertTrue(decoded.isEmpty() || header.isPresent());
        decoded.ifPresent(portrait -> {
            try (portrait) {
                assertEquals(header.orElseThrow().width(), portrait.width());
                assertEquals(header.orElseThrow().height(), portrait.height());
            }
        });
    }

    @Test
    void fuzzedFilesGiveNoFaceFromBeyondTheirEnd() {
        Random random = new Random(20261123);
        for (int i = 0; i < 20_000; i++) {
            byte[] dg2 = i % 2 == 0 ? PassportFiles.dg2(JPEG) : PassportFiles.dg2Of39794(JPEG);
            assertTrue(FaceImage.in(java.util.Arrays.copyOf(dg2, random.nextInt(dg2.length)))
                    .isEmpty());
            for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
                dg2[random.nextInt(100)] = (byte) random.nextInt();
            }
            byte[] torn = java.util.Arrays.copyOf(dg2, random.nextInt(dg2.length));
            FaceImage.in(torn).ifPresent(tlv -> assertInside(tlv, torn));
            FaceImage.in(dg2).ifPresent(tlv -> assertInside(tlv, dg2));
        }
    }
}
