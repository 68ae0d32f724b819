package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trial of power cuts, in short: 15 reports and 4 issues, 100 disks of the product and 75 of careless ones. */
class PowerLossShortIT {
    private final List<Figure> figures = new ArrayList<>();

    @TempDir
    private Path directory;

    @BeforeAll
    static void installed() {
        Assumptions.assumeTrue(Recording.possible(), "strace is not installed: nothing can be recorded");
    }

    @Test
    void whatWasSavedIsThereAfterAPowerCut() throws IOException, InterruptedException {
        PowerLoss loss = new PowerLoss(directory, 15, 4);
        loss.outbox(50, figures::add);
        loss.movedAside(15, figures::add);
        loss.list(35, figures::add);
        assertReached(9);
    }

    @Test
    void whoDoesNotForceItToTheDiskLosesIt() throws IOException, InterruptedException {
        new PowerLoss(directory, 15, 4).controls(15, figures::add);
        assertReached(5);
    }

    private void assertReached(int count) {
        assertTrue(figures.size() == count, figures::toString);
        figures.forEach(figure -> assertTrue(figure.reached(), figure::line));
    }
}
