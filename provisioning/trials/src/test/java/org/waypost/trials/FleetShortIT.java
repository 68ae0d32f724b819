package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.servers.Mosquitto;

/** The fleet in short: few terminals on both brokers, each with its certificate; no time is judged. */
class FleetShortIT {
    private static final int TERMINALS = 30;

    @TempDir
    private Path directory;

    @Test
    void everyReportOfEveryTerminalIsStoredOnceAndAnswered() throws IOException, InterruptedException {
        assumeTrue(Mosquitto.installed(), Mosquitto.NEEDED);
        List<Figure> figures = new ArrayList<>();
        FleetTrial.of(TERMINALS, 30, Duration.ofSeconds(4)).run(directory, figures::add);
        for (String broker : List.of("mosquitto", "embedded")) {
            assertEquals(TERMINALS, value(figures, broker + "-fleet-terminals"));
            assertEquals(0, value(figures, broker + "-fleet-reports-without-receipt"));
            assertEquals(0, value(figures, broker + "-fleet-reports-not-stored-once"));
            assertTrue(value(figures, broker + "-fleet-receipt-median") > 0);
        }
    }

    private static double value(List<Figure> figures, String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name))
                .value();
    }
}
