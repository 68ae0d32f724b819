package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.drivers.mrz.MrzProfile;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.simulated.MrzSimulator;
import org.waypost.drivers.simulated.MrzSpecimen;
import org.waypost.drivers.simulated.SamvSimulator;

/** The trials of the devices, in short: 120 cards, 50,000 replies and zones with errors, some hundred pulls. */
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
    void nothingIsLeftOverOfAHundredAndTwentyCards() throws IOException, InterruptedException {
        requireSocat();
        new CardSoak(directory).run(80, 40, figures::add);
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
            new CardNoise(rate).run(5_000).tell("test", figures::add);
        }
        assertReached();
    }

    @Test
    void noWrongNumberOrDatePassesOverANoisyLineOfAZoneReader() {
        for (MrzProfile profile : ZoneNoise.checked()) {
            for (LineRate rate : LineRate.values()) {
                new ZoneNoise(profile, rate.flipsPerBit()).run(4_000).tell(rate.words(), figures::add);
            }
        }
        assertReached();
    }

    /** Control: what the recount refuses is told from what it lets pass. */
    @Test
    void theRecountSeesAWrongDigitAndAWrongCheckByte() {
        for (MrzProfile profile : ZoneNoise.checked()) {
            byte[] whole = new MrzSimulator(profile)
                    .emitted(MrzSpecimen.PASSPORT.lines())
                    .getFirst()
                    .bytes();
            assertTrue(ZoneRecount.agrees(whole, profile.framing()));
            for (int i = 0; i < whole.length; i++) {
                byte[] wrong = whole.clone();
                wrong[i] ^= 1;
                assertFalse(ZoneRecount.agrees(wrong, profile.framing()), "byte " + i);
            }
        }
    }

    @Test
    void theSpeedAtWhichFramesAreTakenInIsMeasured() {
        new FrameDecoding(2_000).run(figures::add);
        assertTrue(figures.size() > 2);
        figures.forEach(figure -> assertTrue(figure.value() > 0, figure::line));
    }

    @Test
    void aLineWithoutErrorsReadsEveryZone() {
        for (MrzProfile profile : ZoneNoise.checked()) {
            assertEquals(1_000, new ZoneNoise(profile, 0).run(1_000).read());
        }
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
        for (PulledKind kind : PulledKind.all()) {
            new PulledCable(directory).run(kind, kind.name().equals("finger") ? 701 : 101, figures::add);
        }
        assertEquals(4 * 10, figures.size(), "four figures of ten kinds");
        assertReached();
    }

    /**
     * Its controls are the figures: a viewer that left a descriptor or a thread with each frame would not reach them.
     */
    @Test
    void aPreviewAtTheCamerasPaceLeavesNothingBehind() throws IOException, InterruptedException {
        new PacedPreview(directory).run(List.of(PacedPreview.Source.RTSP), Duration.ofSeconds(1), figures::add);
        assertEquals(6, figures.size());
        assertReached();
    }
}
