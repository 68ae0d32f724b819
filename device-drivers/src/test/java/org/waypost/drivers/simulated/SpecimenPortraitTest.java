package org.waypost.drivers.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.drivers.device.Portrait;

class SpecimenPortraitTest {
    private final SpecimenPortraitDecoder decoder = new SpecimenPortraitDecoder();

    @ParameterizedTest
    @EnumSource
    void everySpecimenHasADrawnFaceOfTheSizeOfARealOne(SpecimenCard specimen) {
        try (Portrait portrait = decoder.decode(specimen.image().photo()).orElseThrow()) {
            assertEquals(102, portrait.width());
            assertEquals(126, portrait.height());
            byte[] pixels = portrait.pixels().toArray(ValueLayout.JAVA_BYTE);
            long colours = IntStream.range(0, pixels.length / 3)
                    .map(i ->
                            (pixels[3 * i] & 0xFF) << 16 | (pixels[3 * i + 1] & 0xFF) << 8 | (pixels[3 * i + 2] & 0xFF))
                    .distinct()
                    .count();
            assertEquals(6, colours);
        }
    }

    @Test
    void refusesARealPictureBlockAndEmptyOnes() {
        byte[] real = new byte[1024];
        System.arraycopy(new byte[] {0x57, 0x4C, 0x66, 0, 0x7E, 0, 0x32, 0}, 0, real, 0, 8);
        assertTrue(decoder.decode(real).isEmpty());
        assertTrue(decoder.decode(new byte[1024]).isEmpty());
        assertTrue(decoder.decode(new byte[0]).isEmpty());
        assertTrue(decoder.decode(new byte[1025]).isEmpty());
    }

    @Test
    void anyBlockAtAllIsDecodedOrRefused() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            byte[] block = SpecimenCard.TEST_JIA.image().photo();
            for (int i = random.nextInt(6); i >= 0; i--) {
                block[random.nextInt(i % 2 == 0 ? 32 : 1024)] = (byte) random.nextInt();
            }
            decoder.decode(block).ifPresent(Portrait::close);
        }
    }

    @Test
    void refusesAPictureThatEndsTooEarly() {
        byte[] block = SpecimenCard.TEST_JIA.image().photo();
        block[26] = (byte) (block[26] ^ 1);
        assertTrue(decoder.decode(block).isEmpty());
    }
}
