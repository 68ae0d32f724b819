package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.simulated.SamvSimulator;

/** The trials of the devices, in short: 300 cards, 60,000 replies with errors, 20 pulls, 1,000 frames of a camera. */
class DevicesShortIT {
    private final List<Figure> figures = new ArrayList<>();

    @TempDir
    private Path directory;

    private void assertReached() {
        assertTrue(figures.size() > 2);
        figures.forEach(figure -> assertTrue(figure.reached(), figure::line));
    }

    private void requireSocat() throws InterruptedException, IOException {
        try (Pty pty = Pty.lay(directory)) {
            assertTrue(pty != null);
        } catch (IOException missing) {
            Assumptions.abort("socat is not installed: no pseudo terminals (" + missing.getMessage() + ")");
        }
    }

    @Test
    void nothingIsLeftOverOfThreeHundredCards() throws IOException, InterruptedException {
        requireSocat();
        new CardSoak(directory).run(200, 100, figures::add);
        assertReached();
    }

    @Test
    void theCensusSeesADriverThatWasNotClosed() throws Exception {
        Census before = Census.take(directory);
        try (Link left = new SamvSimulator().connect();
                InputStream file = Files.newInputStream(directory.resolve("threads.txt"))) {
            Census during = Census.take(directory);
            assertEquals(1, during.threads() - before.threads());
            assertEquals(1, during.descriptors() - before.descriptors());
            left.drain();
            assertTrue(file.available() > 0);
        }
    }

    @Test
    void noWrongNumberPassesUnmarkedOverANoisyLine() {
        for (double rate : new double[] {1e-2, 1e-3, 1e-4}) {
            new CardNoise(rate).run(20_000).tell("test", figures::add);
        }
        assertReached();
    }

    @Test
    void aLineWithoutErrorsReadsEveryCard() {
        CardNoise quiet = new CardNoise(0).run(1_000);
        assertEquals(0, quiet.wrongNumbers());
        quiet.tell("quiet", figures::add);
        assertTrue(
                figures.stream().anyMatch(figure -> figure.name().endsWith("read-right") && figure.value() == 1_000));
    }

    @Test
    void aPulledPseudoTerminalIsAFault() throws IOException, InterruptedException {
        requireSocat();
        PulledCable.run(directory, 67, figures::add);
        assertReached();
    }

    @Test
    void aThousandFramesOfACameraLeaveNothingBehind() throws IOException, InterruptedException {
        new CameraPreview(directory).soak(1_000, figures::add);
        assertReached();
        assertTrue(figures.stream()
                .anyMatch(figure -> figure.name().equals("camera-soak-still-pictures") && figure.value() == 1));
    }
}
