package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The fuzz trial in short: a broken harness would find no plant, or something in the product. */
class FuzzShortIT {
    private static final List<String> PLANTS = List.of("object-length-unchecked");

    @TempDir
    private Path directory;

    /** A fuzzer starts in some 10 s on a loaded machine, and there are three of them. */
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void plantsAreFoundAndTheProductStaysClean() throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        List<Plant> plants = Plants.ALL.stream()
                .filter(plant -> PLANTS.contains(plant.name()))
                .toList();
        assertEquals(PLANTS.size(), plants.size());
        new FuzzTrial(List.of(FuzzTarget.CHIP_OBJECT), plants, Duration.ofSeconds(3)).run(directory, figures::add);
        assertEquals(PLANTS.size(), value(figures, "fuzz-plants-found"));
        assertEquals(0, value(figures, "fuzz-control-chip-object"));
        assertEquals(0, value(figures, "fuzz-findings-in-the-product"));
        assertTrue(value(figures, "fuzz-branches-passport.announcedlengths") > 90);
    }

    private static double value(List<Figure> figures, String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
