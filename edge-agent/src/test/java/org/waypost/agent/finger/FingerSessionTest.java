package org.waypost.agent.finger;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.finger.FingerComparison.Comparison;
import org.waypost.agent.finger.FingerComparison.Obstacle;
import org.waypost.drivers.fingerprint.Fingerprint;
import org.waypost.testing.HeapNeedle;

/** Prints: samples of SourceAFIS for Java (Apache-2.0), beside the project; one pair of one finger and one of two. */
class FingerSessionTest {
    private static final Path SAMPLES =
            Path.of(System.getProperty("waypost.shared", "shared")).resolve("data/fingerprints");

    private static Fingerprint print(String name) throws IOException {
        Path file = SAMPLES.resolve(name + ".png");
        Assumptions.assumeTrue(Files.isRegularFile(file), "skipped: no prints beside the project");
        BufferedImage image = ImageIO.read(file.toFile());
        byte[] grey = new byte[image.getWidth() * image.getHeight()];
        for (int i = 0; i < grey.length; i++) {
            int pixel = image.getRGB(i % image.getWidth(), i / image.getWidth());
            int alpha = pixel >>> 24;
            grey[i] = (byte) (255 - alpha + alpha * (pixel & 0xFF) / 255);
        }
        return Fingerprint.of(image.getWidth(), image.getHeight(), 500, grey);
    }

    @Test
    void theFingerThatIdentifiedSigns() throws IOException {
        try (FingerSession session = new FingerSession(new MinutiaeComparison(), print("probe"));
                Fingerprint same = print("matching");
                Fingerprint other = print("nonmatching")) {
            assertEquals(new Comparison.Same(), session.sign(same));
            assertInstanceOf(Comparison.Different.class, session.sign(other));
        }
    }

    @Test
    void aSessionThatIsOverHasNoPrint() throws IOException {
        Fingerprint identified = print("probe");
        FingerSession session = new FingerSession(new MinutiaeComparison(), identified);
        session.close();
        session.close();
        try (Fingerprint same = print("matching")) {
            assertEquals(new Comparison.Unanswered(Obstacle.SESSION_OVER), session.sign(same));
        }
        assertThrows(IllegalStateException.class, () -> identified.pixels().get(JAVA_BYTE, 0));
    }

    @Test
    void aPoorPrintIsNoAnswer() throws IOException {
        byte[] white = new byte[256 * 288];
        Arrays.fill(white, (byte) 255);
        try (FingerSession session = new FingerSession(new MinutiaeComparison(), print("probe"));
                Fingerprint nothing = Fingerprint.of(256, 288, 500, white);
                Fingerprint speck = Fingerprint.of(1, 1, 500, new byte[1])) {
            assertEquals(new Comparison.Unanswered(Obstacle.POOR_PRINT), session.sign(nothing));
            assertEquals(new Comparison.Unanswered(Obstacle.POOR_PRINT), session.sign(speck));
        }
    }

    @Test
    void aCardsPrintWithoutALicensedMatcherIsNoAnswer() {
        try (Fingerprint finger = Fingerprint.of(1, 1, 500, new byte[1]);
                Arena arena = Arena.ofConfined()) {
            assertEquals(
                    new Comparison.Unanswered(Obstacle.NO_MATCHER),
                    CardPrintMatcher.ABSENT.compare(finger, arena.allocate(512)));
        }
    }

    /** A row of the print is looked for among what the heap still reaches; a row that is kept must be found. */
    @Test
    void nothingOfAPrintIsReachableAfterwards(@TempDir Path directory) throws IOException {
        byte[] kept = row("nonmatching");
        HeapNeedle control = new HeapNeedle(kept);
        HeapNeedle signed = new HeapNeedle(row("probe"));
        sign();
        byte[] heap = HeapNeedle.heap(directory);
        assertTrue(control.isIn(heap), "the search finds " + kept.length + " bytes that are kept");
        assertFalse(signed.isIn(heap), "a row of the print is in the heap");
    }

    private static byte[] row(String name) throws IOException {
        byte[] row = new byte[120];
        try (Fingerprint print = print(name)) {
            print.pixels()
                    .asSlice(print.width() * 180L + 120, row.length)
                    .asByteBuffer()
                    .get(row);
        }
        return row;
    }

    private static void sign() throws IOException {
        try (FingerSession session = new FingerSession(new MinutiaeComparison(), print("probe"));
                Fingerprint same = print("matching")) {
            session.sign(same);
        }
    }
}
