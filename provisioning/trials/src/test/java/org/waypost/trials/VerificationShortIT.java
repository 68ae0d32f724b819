package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The trials of verification in short, where models and faces lie beside the project; of their figures none is judged.
 */
class VerificationShortIT {
    @TempDir
    Path directory;

    private final Map<String, Figure> figures = new TreeMap<>();

    @BeforeEach
    void skip() {
        Assumptions.assumeTrue(FaceStock.place().isPresent(), "skipped: no models and faces beside the project");
    }

    @Test
    void aCalibrationOfAFew() throws Exception {
        new CalibrationTrial(List.of(), List.of(PortraitImitation.CARD), 8)
                .run(directory, figure -> figures.put(figure.name(), figure));
        assertEquals(0, value("calibration-card-fnmr"));
        assertEquals(0, value("calibration-card-fmr"));
        assertTrue(value("calibration-card-lowest-genuine") > value("calibration-card-highest-impostor"));
        assertTrue(value("calibration-card-not-below") < value("calibration-card-threshold"));
    }

    @Test
    void aBenchOfAFew() throws Exception {
        new VerificationTrial(3, 5).run(directory, figure -> figures.put(figure.name(), figure));
        assertTrue(value("verification-median-one-thread") > 0);
        assertTrue(value("verification-resident-peak") > 50);
    }

    private double value(String name) {
        return Optional.ofNullable(figures.get(name))
                .orElseThrow(() -> new AssertionError(name + " is not among " + figures.keySet()))
                .value();
    }
}
