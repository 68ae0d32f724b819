package org.waypost.agent.face;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.face.FaceComparison.Comparison;
import org.waypost.agent.face.FaceComparison.Obstacle;
import org.waypost.agent.face.FaceComparison.Side;
import org.waypost.agent.face.FaceModels.Loading;
import org.waypost.drivers.device.Portrait;

/** The detection of presentation attacks can only lower: it turns an answer into none, and never the other way. */
class LivenessTest {
    @TempDir
    Path directory;

    private static boolean isDoubt(Comparison answer) {
        return answer instanceof Comparison.Unanswered none
                && none.obstacle() == Obstacle.NOT_LIVE
                && none.side().filter(Side.LIVE::equals).isPresent();
    }

    private FaceModels models(String name, Optional<ModelFile> liveness) throws IOException {
        Path models = Stock.models(Files.createDirectory(directory.resolve(name)));
        FaceManifest good = Stock.manifest();
        Stock.write(
                models,
                new FaceManifest(
                        good.format(),
                        good.detector(),
                        good.embedder(),
                        good.input(),
                        good.mirrored(),
                        good.selfTest(),
                        liveness,
                        good.calibrations()));
        return assertInstanceOf(Loading.Loaded.class, FaceModels.load(models)).models();
    }

    @Test
    void aDoubtTakesAnAnswerAwayAndGivesNone() throws IOException {
        List<String> persons = Stock.persons().subList(0, 8);
        int answersTaken = 0;
        try (FaceModels doubting = models("with", Optional.of(Stock.LIVENESS));
                FaceModels trusting = models("without", Optional.empty())) {
            FaceComparison with = doubting.comparison(PortraitSource.CARD);
            FaceComparison without = trusting.comparison(PortraitSource.CARD);
            for (String person : persons) {
                for (BufferedImage shown :
                        List.of(screen(person), face(person), new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB))) {
                    for (String holder : List.of(person, persons.getFirst())) {
                        try (Portrait live = Stock.portrait(shown);
                                Portrait document = Stock.document(holder)) {
                            Comparison answer = with.compare(live, document);
                            Comparison undoubted = without.compare(live, document);
                            assertTrue(answer.equals(undoubted) || isDoubt(answer), person + ": " + answer);
                            answersTaken += isDoubt(answer) && undoubted instanceof Comparison.Same ? 1 : 0;
                        }
                    }
                }
            }
        }
        assertTrue(answersTaken > 0, "a picture of a screen is doubted that would have been the same person");
    }

    /** What is unusable is told as that: a doubt never hides why there is no answer, and never comes of a document. */
    @Test
    void aDocumentIsNeverDoubted() throws IOException {
        try (FaceModels models = models("with", Optional.of(Stock.LIVENESS))) {
            FaceComparison faces = models.comparison(PortraitSource.CARD);
            String person = Stock.persons().getFirst();
            try (Portrait live = Stock.live(person);
                    Portrait document = Stock.portrait(screen(person))) {
                assertInstanceOf(Comparison.Same.class, faces.compare(live, document));
            }
        }
    }

    private static BufferedImage face(String person) {
        return Stock.image("smiling", person + "_08");
    }

    /** A dark device with the face on it, before a grey wall. */
    private static BufferedImage screen(String person) {
        BufferedImage face = face(person);
        int width = face.getWidth();
        int height = face.getHeight();
        BufferedImage wall = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = wall.createGraphics();
        canvas.setColor(Color.GRAY);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.BLACK);
        canvas.fillRect(width / 4 - 20, height / 6 - 20, width / 2 + 40, height * 2 / 3 + 40);
        canvas.drawImage(face, width / 4, height / 6, width / 2, height * 2 / 3, null);
        canvas.dispose();
        return wall;
    }
}
