package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.simulated.PassportPicture;

/** What JJ2000 never ended on, or threw errors for. */
class TornPictureTest {
    private static final byte[] JP2 = PassportPicture.jp2(96, 128).bytes();
    private static final Duration ENOUGH = Duration.ofMinutes(1);

    private static int indexOf(int marker) {
        int at = 0;
        while (PictureHeader.word(JP2, at) != marker) {
            at++;
        }
        return at;
    }

    private static byte[] with(int at, String hex) {
        byte[] more = HexFormat.of().parseHex(hex);
        return ByteBuffer.allocate(JP2.length + more.length)
                .put(JP2, 0, at)
                .put(more)
                .put(JP2, at, JP2.length - at)
                .array();
    }

    @Test
    void aFileCutAnywhereEndsTheDecoding() {
        int header = indexOf(0xFF90);
        for (int length = header; length < JP2.length; length += (JP2.length - header) / 40) {
            byte[] cut = Arrays.copyOf(JP2, length);
            assertTimeoutPreemptively(ENOUGH, () -> PictureDecoder.decode(cut).ifPresent(Portrait::close));
        }
    }

    /** Found by fuzzing: a file that ended within the length of its first segment was read beyond its end. */
    @Test
    void aFileCutInItsHeaderIsNoPicture() {
        for (int length = 0; length < indexOf(0xFF90); length++) {
            assertTrue(PictureHeader.of(Arrays.copyOf(JP2, length)).isEmpty(), "cut to " + length);
        }
    }

    @Test
    void tilesOfZerosEndTheDecoding() {
        byte[] zeros = JP2.clone();
        Arrays.fill(zeros, indexOf(0xFF93) + 2, zeros.length, (byte) 0);
        assertTimeoutPreemptively(ENOUGH, () -> PictureDecoder.decode(zeros).ifPresent(Portrait::close));
    }

    /** COC, RGN, POC and packed packet headers. */
    @ParameterizedTest
    @ValueSource(strings = {"ff5300090000010404000100", "ff5e0005000000", "ff5f0009000000010100", "ff60000400ff"})
    void refusesAMainHeaderThatCouldUndoTheBounds(String segment) {
        assertTrue(PictureHeader.of(JP2).isPresent());
        assertTrue(PictureHeader.of(with(indexOf(0xFF5C), segment)).isEmpty());
    }

    /** COD, COC and packed packet headers. */
    @ParameterizedTest
    @ValueSource(strings = {"ff52000c00000002010504040001", "ff5300090000010404000100", "ff61000400ff"})
    void refusesATileHeaderThatCouldUndoTheBounds(String segment) {
        assertTrue(PictureHeader.of(with(indexOf(0xFF93), segment)).isEmpty());
    }

    @Test
    void passesACommentInATileHeader() {
        assertTrue(PictureHeader.of(with(indexOf(0xFF93), "ff640005000141")).isPresent());
    }

    @Test
    void refusesDataWhoseBitsAreNotStuffed() {
        byte[] unstuffed = JP2.clone();
        Arrays.fill(unstuffed, unstuffed.length - 20, unstuffed.length - 10, (byte) -1);
        assertTrue(PictureHeader.of(unstuffed).isEmpty());
    }

    @Test
    void refusesATilePartShorterThanItsHeader() {
        byte[] changed = JP2.clone();
        int start = indexOf(0xFF90);
        Arrays.fill(changed, start + 6, start + 10, (byte) 0);
        changed[start + 9] = 13;
        assertTrue(PictureHeader.of(changed).isEmpty());
    }
}
