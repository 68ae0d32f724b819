package org.waypost.agent.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waypost.agent.face.FaceComparison.Comparison;
import org.waypost.agent.face.FaceComparison.Obstacle;
import org.waypost.agent.face.FaceComparison.Side;
import org.waypost.agent.face.FaceModels.Loading;
import org.waypost.drivers.device.Portrait;

/** Whatever a picture is, in either place: an outcome with a cause, and memory that has a bound. */
class HostileFaceTest {
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

    private static String person() {
        return Stock.persons().getFirst();
    }

    private static BufferedImage good() {
        return Stock.image("smiling", person() + "_08");
    }

    private static Comparison shown(BufferedImage image, Side side) {
        try (Portrait odd = Stock.portrait(image);
                Portrait other = side == Side.LIVE ? Stock.document(person()) : Stock.live(person())) {
            return side == Side.LIVE ? faces.compare(odd, other) : faces.compare(other, odd);
        }
    }

    private static void assertRefused(Obstacle obstacle, BufferedImage image) {
        for (Side side : Side.values()) {
            var unanswered = assertInstanceOf(Comparison.Unanswered.class, shown(image, side));
            assertEquals(obstacle, unanswered.obstacle());
            assertEquals(Optional.of(side), unanswered.side());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "31, 31", "33, 33", "4096, 1", "1, 4096", "4096, 33", "33, 4096", "4096, 2441"})
    void aPictureOfAnyShapeWithoutAFaceHasNoFace(int width, int height) {
        assertRefused(Obstacle.NO_FACE, new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
    }

    @Test
    void aFaceDrawnOutOfAllProportionIsRefused() {
        for (int[] size : new int[][] {{4_096, 64}, {64, 4_096}}) {
            BufferedImage thin = Stock.scaled(good(), size[0], size[1]);
            for (Side side : Side.values()) {
                var unanswered = assertInstanceOf(Comparison.Unanswered.class, shown(thin, side));
                assertEquals(Optional.of(side), unanswered.side());
            }
        }
    }

    @Test
    void aCrowdIsSeveralFaces() {
        BufferedImage crowd = new BufferedImage(1_280, 1_280, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = crowd.createGraphics();
        for (int place = 0; place < 100; place++) {
            canvas.drawImage(good(), place % 10 * 128, place / 10 * 128, 128, 128, null);
        }
        canvas.dispose();
        assertRefused(Obstacle.SEVERAL_FACES, crowd);
    }

    @Test
    void noiseIsNoFaceAndAPictureTornHalfWayIsNotAnotherPerson() {
        Random random = new Random(20261124);
        BufferedImage noise = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 640 * 480; i++) {
            noise.setRGB(i % 640, i / 640, random.nextInt());
        }
        assertRefused(Obstacle.NO_FACE, noise);
        for (int part = 1; part < 16; part++) {
            Comparison answer = shown(torn(part), Side.LIVE);
            assertTrue(
                    answer instanceof Comparison.Same || answer instanceof Comparison.Unanswered,
                    part + "/16: " + answer);
        }
    }

    /** Grey from a row on, as decoders leave what they have no bytes for. */
    private static BufferedImage torn(int part) {
        BufferedImage torn = good();
        Graphics2D canvas = torn.createGraphics();
        canvas.fillRect(0, torn.getHeight() * part / 16, torn.getWidth(), torn.getHeight());
        canvas.dispose();
        return torn;
    }

    /** Ten million pixels are compared as two million are. */
    @Test
    @SuppressWarnings("try") // the scope collects what is made within it, unasked
    void theLargestPictureIsComparedInBoundedMemory() {
        BufferedImage large = Stock.scaled(good(), 3_100, 3_100);
        assertInstanceOf(Comparison.Same.class, shown(large, Side.LIVE));
        try (Portrait portrait = Stock.portrait(large);
                PointerScope scope = new PointerScope()) {
            Mat bounded = Pixels.bounded(portrait);
            assertEquals(List.of(1_920, 1_920), List.of(bounded.cols(), bounded.rows()));
        }
        try (Portrait thin = Stock.portrait(new BufferedImage(4_096, 1, BufferedImage.TYPE_INT_RGB));
                PointerScope scope = new PointerScope()) {
            Mat bounded = Pixels.bounded(thin);
            assertEquals(List.of(1_920, 1), List.of(bounded.cols(), bounded.rows()));
        }
    }

    /** A face that fills its picture, or reaches out of it, is cropped by reflection. */
    @Test
    void aFaceThatReachesOutOfThePictureHasAnOutcome() {
        for (int cut = 0; cut < 300; cut += 30) {
            BufferedImage part =
                    good().getSubimage(cut, cut, good().getWidth() - 2 * cut, good().getHeight() - 2 * cut);
            Comparison answer = shown(part, Side.LIVE);
            assertTrue(!(answer instanceof Comparison.Different), cut + ": " + answer);
            assertTrue(!answer.equals(Comparison.Unanswered.of(Obstacle.MODEL_FAILED)), cut + ": " + answer);
        }
    }
}
