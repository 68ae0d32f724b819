package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.servers.Mosquitto;

/** The trials of a bad line, a full disk and flipped bytes, in short. */
class FaultsShortIT {
    private final List<Figure> figures = new ArrayList<>();

    @TempDir
    private Path directory;

    @Test
    void receiptsComeOverABadLine() throws IOException, InterruptedException {
        try (BadLine line = new BadLine(Site.make(directory.resolve("site")))) {
            line.under("single-bytes", new LineFault.Sliced(), 2, figures::add);
            line.under("1-kB-per-s", new LineFault.Slow(1_000), 1, figures::add);
            line.resets(2, Duration.ofMillis(100), figures::add);
            line.tell(figures::add);
        }
        assertReached();
    }

    @Test
    void receiptsComeThoughTheHubsLineIsReset() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Mosquitto.installed(), Mosquitto.NEEDED);
        try (HubLine line = new HubLine(directory.resolve("hub-line"))) {
            line.resets(2, 3, figures::add);
            line.tell(figures::add);
        }
        assertReached();
    }

    @Test
    void aFullDiskIsToldAndLosesNothing() throws IOException, InterruptedException {
        try (Tmpfs disk = new Tmpfs(directory.resolve("possible"), 1)) {
            disk.fill(0);
        } catch (IOException impossible) {
            Assumptions.abort("no file system can be mounted here: " + impossible.getMessage());
        }
        DiskFullTrial.run(directory, 5, figures::add);
        assertReached();
    }

    @Test
    void aFlippedByteIsNoticedOrHarmless() throws IOException {
        new FlippedPages(directory, 40).run(60, figures::add);
        assertReached();
        assertTrue(
                figures.stream().anyMatch(figure -> figure.name().equals("flipped-set-aside") && figure.value() > 0),
                figures::toString);
    }

    private void assertReached() {
        assertTrue(figures.size() > 3);
        figures.forEach(figure -> assertTrue(figure.reached(), figure::line));
    }
}
