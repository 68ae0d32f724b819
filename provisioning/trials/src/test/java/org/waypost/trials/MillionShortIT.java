package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.servers.Mosquitto;

/** The million in short: each fault but one, whose notice takes 45 s and which a bad line's trial has; all controls. */
// four sites start in it, and each wait has a limit of its own
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class MillionShortIT {
    private static final int REPORTS = 210;

    @TempDir
    private Path directory;

    @Test
    void nothingIsLostDoubledOrMissingAndTheControlsFail() throws IOException, InterruptedException {
        assumeTrue(Mosquitto.installed(), Mosquitto.NEEDED);
        List<Fault> faults = Stream.of(Fault.values())
                .filter(fault -> fault != Fault.HALF_OPEN)
                .toList();
        List<Figure> figures = new ArrayList<>();
        new MillionTrial(new MillionTrial.Size(REPORTS, 3, 3, Duration.ofMillis(100), Duration.ofMillis(300), faults))
                .run(directory, figures::add);
        figures.forEach(figure -> assertTrue(figure.reached(), figure::line));
        assertEquals(REPORTS, value(figures, "million-filed"));
        assertTrue(value(figures, "control-puback-as-receipt-lost") > 0);
        assertTrue(value(figures, "control-plain-insert-doubled") > 0);
        assertTrue(value(figures, "control-oversize-sent-blindly-blocked") > 0);
    }

    private static double value(List<Figure> figures, String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name))
                .value();
    }
}
