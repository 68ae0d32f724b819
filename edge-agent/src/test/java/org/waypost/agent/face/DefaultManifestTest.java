package org.waypost.agent.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.face.FaceComparison.Comparison;
import org.waypost.agent.face.FaceComparison.Obstacle;
import org.waypost.agent.face.FaceModels.Loading;
import org.waypost.drivers.device.Portrait;

/** The manifest that Waypost brings: it pins two files and promises nothing about them. */
class DefaultManifestTest {
    @TempDir
    Path directory;

    /** Digests as opencv_zoo publishes them at 966be4cb (large-file pointers). */
    @Test
    void pinsWhatOpencvZooPublishes() {
        FaceManifest pinned = FaceManifest.standard();
        assertEquals(
                "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4",
                pinned.detector().sha256());
        assertEquals(
                "0ba9fbfa01b5270c96627c4ef784da859931e02f04419c829e83484087c34e79",
                pinned.embedder().sha256());
        assertEquals(232_589, pinned.detector().bytes());
        assertEquals(38_696_353, pinned.embedder().bytes());
        assertEquals(FaceManifest.Input.RAW, pinned.input());
    }

    @Test
    void recordsNeitherASelfTestNorACalibration() {
        FaceManifest pinned = FaceManifest.standard();
        assertEquals(Optional.empty(), pinned.selfTest());
        assertEquals(List.of(), pinned.calibrations());
    }

    @Test
    void isUsedWhereADirectoryHasNone() throws IOException {
        assertTrue(unsound().contains("a file that the manifest names is not in"), unsound());
        Files.write(directory.resolve(FaceManifest.standard().detector().file()), new byte[] {1});
        Files.write(directory.resolve(FaceManifest.standard().embedder().file()), new byte[] {1});
        assertTrue(unsound().contains("is not the one pinned"), unsound());
    }

    private String unsound() {
        return assertInstanceOf(ModelImport.Offer.Unsound.class, ModelImport.from(directory))
                .why();
    }

    /** Not even with a calibration: what is not recorded has not been passed. */
    @Test
    void withoutARecordedSelfTestNobodyIsVerified() throws IOException {
        Stock.models(directory);
        Stock.write(directory, untested(Stock.manifest()));
        String person = Stock.persons().getFirst();
        try (FaceModels models = assertInstanceOf(Loading.Loaded.class, FaceModels.load(directory))
                        .models();
                Portrait live = Stock.live(person);
                Portrait document = Stock.document(person)) {
            FaceComparison faces = models.comparison(PortraitSource.CARD);
            assertEquals(Optional.of(Obstacle.SELF_TEST_NOT_RECORDED), faces.absence());
            assertInstanceOf(Comparison.Unanswered.class, faces.compare(live, document));
        }
    }

    private static FaceManifest untested(FaceManifest good) {
        return new FaceManifest(
                good.format(),
                good.detector(),
                good.embedder(),
                good.input(),
                good.mirrored(),
                Optional.empty(),
                good.liveness(),
                good.calibrations());
    }
}
