package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RateTest {
    /** Without errors the upper end is z squared over n plus z squared; ten of a hundred as in Wilson's own form. */
    @Test
    void hasTheIntervalOfWilson() {
        Rate none = new Rate(0, 102);
        assertEquals(0, none.lower());
        assertEquals(3.8415 / (102 + 3.8415), none.upper(), 1e-5);
        Rate some = new Rate(10, 100);
        assertEquals(0.0552, some.lower(), 1e-4);
        assertEquals(0.1744, some.upper(), 1e-4);
        assertEquals(1, new Rate(5, 5).upper());
        assertThrows(IllegalArgumentException.class, () -> new Rate(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Rate(3, 2));
    }

    @Test
    void scoresGiveTheirRates() {
        FaceScores scores = new FaceScores();
        for (double genuine : new double[] {0.9, 0.8, 0.7, 0.3}) {
            scores.addGenuine(genuine);
        }
        for (double impostor : new double[] {0.5, 0.2, 0.1, 0.0, -0.1}) {
            scores.addImpostor(impostor);
        }
        assertEquals(new Rate(1, 5), scores.fmr(0.5));
        assertEquals(new Rate(0, 5), scores.fmr(0.51));
        assertEquals(new Rate(1, 4), scores.fnmr(0.5));
        assertEquals(new Rate(0, 4), scores.fnmr(0.3));
        assertEquals(0.225, scores.equalErrorRate(), 1e-9);
        scores.addRefused();
        assertEquals(new Rate(1, 5), scores.refusals());
    }

    @Test
    void thresholdsKeepTheirDistanceAndTheirOrder() {
        FaceScores scores = new FaceScores();
        for (int i = 0; i < 50; i++) {
            scores.addGenuine(0.7 + i * 0.001);
            scores.addImpostor(i * 0.004);
        }
        FaceThresholds chosen = FaceThresholds.chosenBy(scores);
        assertTrue(chosen.supports() > scores.highestImpostor());
        assertTrue(chosen.notSupports() < chosen.supports());
        assertEquals(new Rate(0, 50), scores.fnmr(chosen.supports()));
    }
}
