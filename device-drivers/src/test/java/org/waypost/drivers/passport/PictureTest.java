package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    void case23RefusesAJpegThatAnnouncesTooMuch() {
        byte[] bytes = JPEG.bytes().clone();
        int frame = indexOf(bytes, 0xFFC0);
        write(bytes, frame + 5, 2, 4000);
        write(bytes, frame + 7, 2, 4000);
        assertTrue(PictureHeader.of(bytes).isEmpty());
        assertTrue(PictureDecoder.decode(bytes).isEmpty());
    }

    @Test
    void case23RefusesAJp2ThatAnnouncesTooMuch() {
        byte[] bytes = JP2.bytes().clone();
        int size = indexOf(bytes, 0xFF51);
        write(bytes, size + 6, 4, 60_000);
        write(bytes, size + 10, 4, 60_000);
        write(bytes, size + 22, 4, 60_000);
        write(bytes, size + 26, 4, 60_000);
        assertTrue(PictureHeader.of(bytes).isEmpty());
        assertTrue(PictureDecoder.decode(bytes).isEmpty());
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

    @Test
    void aPictureSmallerThanAnnouncedIsNone() {
        byte[] bytes = JP2.bytes().clone();
        write(bytes, indexOf(bytes, 0xFF51) + 6, 4, 97);
        PictureDecoder.decode(bytes).ifPresent(Portrait::close);
    }

    @Test
    void findsTheFaceInBothEncodings() {
        for (byte[] dg2 : new byte[][] {PassportFiles.dg2(JPEG), PassportFiles.dg2Of39794(JPEG)}) {
            assertEquals(JPEG.bytes().length, FaceImage.in(dg2).orElseThrow().length());
        }
    }

    @Test
    void fuzzedPicturesAndFacesNeverThrow() {
        Random random = new Random(20261123);
        for (int i = 0; i < 400; i++) {
            byte[] file = picture(i % 2 == 0).bytes().clone();
            for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
                file[random.nextInt(i % 4 < 2 ? 200 : file.length)] = (byte) random.nextInt();
            }
            PictureDecoder.decode(file).ifPresent(Portrait::close);
        }
        for (int i = 0; i < 20_000; i++) {
            byte[] dg2 = i % 2 == 0 ? PassportFiles.dg2(JPEG) : PassportFiles.dg2Of39794(JPEG);
            for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
                dg2[random.nextInt(100)] = (byte) random.nextInt();
            }
            FaceImage.in(java.util.Arrays.copyOf(dg2, random.nextInt(dg2.length)));
            FaceImage.in(dg2).ifPresent(tlv -> assertTrue(tlv.value().length <= dg2.length));
        }
    }

    private static int indexOf(byte[] bytes, int marker) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (PictureHeader.word(bytes, i) == marker) {
                return i;
            }
        }
        throw new IllegalArgumentException("no such marker");
    }

    private static void write(byte[] bytes, int at, int octets, int value) {
        for (int i = 0; i < octets; i++) {
            bytes[at + i] = (byte) (value >> (8 * (octets - 1 - i)));
        }
    }
}
