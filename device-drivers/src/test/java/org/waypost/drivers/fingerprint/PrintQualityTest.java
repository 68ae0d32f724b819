package org.waypost.drivers.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.drivers.fingerprint.PrintQuality.Good;
import org.waypost.drivers.fingerprint.PrintQuality.Reason;
import org.waypost.drivers.fingerprint.PrintQuality.TryAgain;
import org.waypost.drivers.simulated.Ef01Model;
import org.waypost.drivers.simulated.FingerCondition;
import org.waypost.drivers.simulated.SpecimenFinger;

class PrintQualityTest {

    private static PrintQuality of(SpecimenFinger finger, Ef01Model model) {
        return of(model.width(), model.height(), Ef01Rig.grey(finger, model));
    }

    private static PrintQuality of(int width, int height, byte[] grey) {
        try (Fingerprint print = Fingerprint.of(width, height, 500, grey)) {
            return PrintQualityGate.judge(print);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCleanFingerIsGoodOnEverySensorAndInAnyPlace(Ef01Model model) {
        for (long seed = 0; seed < 12; seed++) {
            assertEquals(new Good(), of(SpecimenFinger.of(seed), model));
            assertEquals(new Good(), of(SpecimenFinger.of(seed).at(30, -30), model));
        }
    }

    @ParameterizedTest
    @CsvSource({"DRY, TOO_LIGHT", "WET, TOO_DARK", "PARTIAL, TOO_SMALL", "SMUDGED, SMUDGED"})
    void aPoorFingerIsToldWhy(FingerCondition condition, Reason reason) {
        for (Ef01Model model : Ef01Model.values()) {
            for (long seed = 0; seed < 8; seed++) {
                assertEquals(
                        new TryAgain(reason), of(SpecimenFinger.of(seed).in(condition), model), model + " " + seed);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, TOO_DARK", "17, TOO_DARK", "119, NO_FINGER", "238, NO_FINGER", "255, NO_FINGER"})
    void anEvenPictureIsNoFingerOrAPuddle(int grey, Reason reason) {
        byte[] even = new byte[256 * 288];
        Arrays.fill(even, (byte) grey);
        assertEquals(new TryAgain(reason), of(256, 288, even));
    }

    @Test
    void theFlickerOfAnEmptySensorIsNoFinger() {
        byte[] flicker = new byte[192 * 192];
        Random random = new Random(5);
        for (int i = 0; i < flicker.length; i++) {
            flicker[i] = (byte) (random.nextBoolean() ? 255 : 238);
        }
        assertEquals(new TryAgain(Reason.NO_FINGER), of(192, 192, flicker));
    }

    @Test
    void noiseAllOverIsSmudged() {
        byte[] noise = new byte[192 * 192];
        new Random(6).nextBytes(noise);
        assertEquals(new TryAgain(Reason.SMUDGED), of(192, 192, noise));
    }

    @Test
    void anyPictureOfAnySizeIsJudged() {
        Random random = new Random(20261124);
        for (int i = 0; i < 200; i++) {
            int width = 1 + random.nextInt(300);
            int height = 1 + random.nextInt(300);
            byte[] grey = new byte[width * height];
            random.nextBytes(grey);
            of(width, height, grey);
        }
        assertEquals(new TryAgain(Reason.NO_FINGER), of(1, 1, new byte[1]));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 500, 0",
        "1025, 1, 500, 1025",
        "1, 1025, 500, 1025",
        "2, 2, 249, 4",
        "2, 2, 1001, 4",
        "2, 2, 500, 3"
    })
    void impossibleSizesAreADefect(int width, int height, int dpi, int bytes) {
        assertThrows(IllegalArgumentException.class, () -> Fingerprint.of(width, height, dpi, new byte[bytes]));
    }
}
