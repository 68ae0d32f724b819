package org.waypost.agent.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.face.FaceComparison.Comparison;
import org.waypost.agent.face.FaceComparison.Obstacle;
import org.waypost.agent.face.FaceComparison.Side;
import org.waypost.agent.face.FaceModels.Loading;
import org.waypost.drivers.device.Portrait;

/** Faces of people who consented to it, and what is done to pictures on a bad day. */
class FaceComparerTest {
    @TempDir
    static Path directory;

    private static FaceModels models;
    private static FaceComparison faces;

    @BeforeAll
    static void load() throws IOException {
        Stock.persons();
        models = assertInstanceOf(Loading.Loaded.class, FaceModels.load(Stock.models(directory)))
                .models();
        faces = models.comparison(PortraitSource.CARD);
    }

    @AfterAll
    static void close() {
        if (models != null) {
            models.close();
        }
    }

    @Test
    void onePersonIsTheSameAndTwoAreNot() {
        List<String> persons = Stock.persons().subList(0, 6);
        for (String one : persons) {
            for (String other : persons) {
                try (Portrait live = Stock.live(one);
                        Portrait document = Stock.document(other)) {
                    Comparison answer = faces.compare(live, document);
                    boolean fits = one.equals(other)
                            ? answer instanceof Comparison.Same
                            : answer instanceof Comparison.Different || isNearThreshold(answer);
                    assertTrue(fits, one + " and " + other + ": " + answer);
                }
            }
        }
    }

    @Test
    void anAnswerSaysWhatItRestsOn() {
        String person = Stock.persons().getFirst();
        try (Portrait live = Stock.live(person);
                Portrait document = Stock.document(person)) {
            var same = assertInstanceOf(Comparison.Same.class, faces.compare(live, document));
            assertEquals("b7120c095d60", same.basis().model());
            assertEquals(0.45, same.basis().supports());
            assertTrue(same.basis().live().orElseThrow().eyeDistance()
                    > same.basis().document().orElseThrow().eyeDistance());
            assertTrue(same.basis().summary().length() <= 140, same.basis().summary());
        }
    }

    /** For the audit: the thresholds it lies between and what was measured, and no score. */
    private static boolean isNearThreshold(Comparison answer) {
        return answer instanceof Comparison.Unanswered none
                && none.obstacle() == Obstacle.NEAR_THRESHOLD
                && none.basis().orElseThrow().live().isPresent()
                && none.basis().orElseThrow().document().isPresent();
    }

    @Test
    void aBlurredPictureLeavesWhatWasMeasured() {
        try (Portrait blurred = Stock.portrait(blurred(good()));
                Portrait document = Stock.document(Stock.persons().getFirst())) {
            var none = assertInstanceOf(Comparison.Unanswered.class, faces.compare(blurred, document));
            var basis = none.basis().orElseThrow();
            assertEquals("b7120c095d60", basis.model());
            assertTrue(basis.live().orElseThrow().sharpness()
                    < basis.document().orElseThrow().sharpness());
            assertTrue(basis.summary().startsWith("model b7120c095d60 thresholds 0.45 0.3 live "), basis.summary());
        }
    }

    private static Obstacle liveObstacle(BufferedImage image) {
        return obstacle(image, Side.LIVE);
    }

    private static Obstacle obstacle(BufferedImage image, Side side) {
        String person = Stock.persons().getFirst();
        try (Portrait bad = Stock.portrait(image);
                Portrait good = side == Side.LIVE ? Stock.document(person) : Stock.live(person)) {
            Comparison answer = side == Side.LIVE ? faces.compare(bad, good) : faces.compare(good, bad);
            var unanswered = assertInstanceOf(Comparison.Unanswered.class, answer);
            assertEquals(Optional.of(side), unanswered.side());
            return unanswered.obstacle();
        }
    }

    private static BufferedImage good() {
        return Stock.image("smiling", Stock.persons().getFirst() + "_08");
    }

    @Test
    void aBadPictureIsRefusedAndNotScored() {
        assertEquals(Obstacle.TOO_DARK, liveObstacle(new RescaleOp(0.25f, 0, null).filter(good(), null)));
        assertEquals(Obstacle.TOO_BRIGHT, liveObstacle(new RescaleOp(1f, 130, null).filter(good(), null)));
        assertEquals(Obstacle.BLURRED, liveObstacle(blurred(good())));
        assertEquals(Obstacle.TOO_SMALL, liveObstacle(Stock.scaled(good(), 160, 160)));
        assertEquals(Obstacle.GREY, liveObstacle(grey(good())));
        assertEquals(Obstacle.NO_FACE, liveObstacle(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB)));
        assertEquals(Obstacle.NO_FACE, liveObstacle(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)));
        assertEquals(Obstacle.SEVERAL_FACES, liveObstacle(two()));
    }

    @Test
    void aBadPortraitIsTheDocumentsFault() {
        assertEquals(Obstacle.GREY, obstacle(grey(good()), Side.DOCUMENT));
        assertEquals(
                Obstacle.NO_FACE, obstacle(new BufferedImage(102, 126, BufferedImage.TYPE_INT_RGB), Side.DOCUMENT));
        assertEquals(Obstacle.SEVERAL_FACES, obstacle(two(), Side.DOCUMENT));
        assertEquals(Obstacle.TOO_SMALL, obstacle(Stock.scaled(good(), 60, 60), Side.DOCUMENT));
    }

    private static BufferedImage two() {
        BufferedImage both = new BufferedImage(1_280, 640, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = both.createGraphics();
        canvas.drawImage(good(), 0, 0, null);
        canvas.drawImage(good(), 640, 0, null);
        canvas.dispose();
        return both;
    }

    private static BufferedImage grey(BufferedImage image) {
        BufferedImage grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = grey.createGraphics();
        canvas.drawImage(image, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return grey;
    }

    private static BufferedImage blurred(BufferedImage image) {
        float[] even = new float[15 * 15];
        Arrays.fill(even, 1f / even.length);
        return new ConvolveOp(new Kernel(15, 15, even), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
    }
}
