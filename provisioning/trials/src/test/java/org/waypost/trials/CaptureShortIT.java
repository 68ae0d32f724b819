package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The capture of a thousand encounters in short: two rounds of every kind, and all planted leaks. */
class CaptureShortIT {
    private static final int ENCOUNTERS = 30;

    @TempDir
    private Path directory;

    @Test
    void nothingCanBeReadOnTheWayAndNothingPassesForCleanEncounters() throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        new CaptureTrial(ENCOUNTERS).run(directory, figure -> {
            System.out.println(figure.line());
            figures.add(figure);
        });
        assertEquals(
                List.of(),
                figures.stream()
                        .filter(figure -> !figure.reached())
                        .map(Figure::line)
                        .toList());
        assertTrue(
                figures.stream().anyMatch(figure -> figure.name().equals("control-line-without-tls-found-both-ways")));
    }
}
