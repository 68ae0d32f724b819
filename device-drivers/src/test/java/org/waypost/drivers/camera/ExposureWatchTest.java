package org.waypost.drivers.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.camera.ExposureWatch.Judgement;
import org.waypost.drivers.device.JpegHeader;

class ExposureWatchTest {
    private final ExposureWatch watch = new ExposureWatch();

    private static boolean isDiscarded(long number) {
        MemorySegment nothing = MemorySegment.ofArray(new byte[1]);
        try (Frame frame = Frame.of(new JpegHeader(1, 1), nothing, new Frame.Moment(0, number))) {
            return ExposureWatch.isDiscarded(frame);
        }
    }

    private void assertJudged(Judgement expected, double... brightness) {
        for (int i = 0; i < brightness.length - 1; i++) {
            assertEquals(Judgement.WAIT, watch.look(brightness[i]));
        }
        assertEquals(expected, watch.look(brightness[brightness.length - 1]));
    }

    @Test
    void theFirstEightFramesDoNotCount() {
        assertEquals(true, isDiscarded(1));
        assertEquals(true, isDiscarded(8));
        assertEquals(false, isDiscarded(9));
    }

    @Test
    void fourAlikeAreSettled() {
        assertJudged(Judgement.SETTLED, 100, 104, 108, 102);
    }

    @Test
    void fourThatDifferAreNot() {
        assertJudged(Judgement.WAIT, 100, 102, 108.1, 102);
        assertJudged(Judgement.SETTLED, 101);
    }

    @Test
    void darknessIsAlikeToo() {
        assertJudged(Judgement.SETTLED, 0, 0, 0, 0);
    }

    @Test
    void isGivenUpAfterSixty() {
        double[] swelling = new double[60];
        for (int i = 0; i < swelling.length; i++) {
            swelling[i] = 4 * i;
        }
        assertJudged(Judgement.GIVE_UP, swelling);
    }
}
