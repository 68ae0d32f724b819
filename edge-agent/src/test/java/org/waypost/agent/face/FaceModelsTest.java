package org.waypost.agent.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.agent.face.FaceComparison.Obstacle;
import org.waypost.agent.face.FaceModels.Loading;

class FaceModelsTest {
    @TempDir
    Path directory;

    private Obstacle refused() {
        return assertInstanceOf(Loading.Unusable.class, FaceModels.load(directory))
                .obstacle();
    }

    @Test
    void loadsWhatIsPinned() throws IOException {
        Loading loading = FaceModels.load(Stock.models(directory));
        try (FaceModels models = assertInstanceOf(Loading.Loaded.class, loading, loading::toString)
                .models()) {
            assertEquals(Stock.manifest(), models.manifest());
            assertEquals(
                    Optional.empty(), models.comparison(PortraitSource.CARD).absence());
        }
    }

    @Test
    void withoutAManifestThereIsNoModel() {
        assertEquals(Obstacle.MODEL_ABSENT, refused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"format\":\"waypost-face-models-2\"}"})
    void whatIsNoManifestIsToldWithTheNextStep(String text) throws IOException {
        Files.writeString(directory.resolve(FaceManifest.FILE), text);
        var unusable = assertInstanceOf(Loading.Unusable.class, FaceModels.load(directory));
        assertEquals(Obstacle.MODEL_FAILED, unusable.obstacle());
        assertTrue(unusable.why().contains("import the models again"), unusable.why());
    }

    @Test
    void aMissingFileIsAnAbsentModel() throws IOException {
        Stock.models(directory);
        Files.delete(directory.resolve(Stock.LIVENESS.file()));
        assertEquals(Obstacle.MODEL_ABSENT, refused());
    }

    @Test
    void oneChangedByteIsAChangedModel() throws IOException {
        Stock.models(directory);
        Path embedder = directory.resolve(Stock.EMBEDDER.file());
        byte[] bytes = Files.readAllBytes(embedder);
        bytes[bytes.length / 2] ^= 1;
        Files.write(embedder, bytes);
        assertEquals(Obstacle.MODEL_CHANGED, refused());
    }

    @Test
    void aLongerFileIsAChangedModel() throws IOException {
        Stock.models(directory);
        Path detector = directory.resolve(Stock.DETECTOR.file());
        Files.write(detector, new byte[] {0}, StandardOpenOption.APPEND);
        assertEquals(Obstacle.MODEL_CHANGED, refused());
    }

    /** The pinned digest is right, and the file is no model, or another one. */
    @Test
    void whatOpenCvCannotLoadIsAFailedModel() throws IOException {
        Stock.models(directory);
        Files.writeString(directory.resolve("junk.onnx"), "not a model");
        ModelFile junk = new ModelFile("junk.onnx", 11, Stock.DETECTOR.sha256(), "none", "here");
        junk = pinned(junk);
        FaceManifest good = Stock.manifest();
        Stock.write(directory, with(good, good.detector(), junk));
        assertEquals(Obstacle.MODEL_FAILED, refused());
        Stock.write(directory, with(good, junk, good.embedder()));
        assertEquals(Obstacle.MODEL_FAILED, refused());
        Stock.write(directory, with(good, good.embedder(), good.detector()));
        assertEquals(Obstacle.MODEL_FAILED, refused());
    }

    /** A sound network in another's place is seen at the start, not when the first person stands there. */
    @Test
    void aModelInAnothersPlaceIsAFailedModel() throws IOException {
        Stock.models(directory);
        FaceManifest good = Stock.manifest();
        Stock.write(directory, with(good, good.embedder(), good.embedder()));
        assertEquals(Obstacle.MODEL_FAILED, refused());
        for (ModelFile other : List.of(good.detector(), good.embedder())) {
            Stock.write(directory, with(good, Optional.of(other)));
            assertEquals(Obstacle.MODEL_FAILED, refused());
        }
    }

    private static FaceManifest with(FaceManifest good, Optional<ModelFile> liveness) {
        return new FaceManifest(
                good.format(),
                good.detector(),
                good.embedder(),
                good.input(),
                good.mirrored(),
                good.selfTest(),
                liveness,
                good.calibrations());
    }

    private ModelFile pinned(ModelFile file) {
        // the digest of what lies there, as an import would pin it
        String digest = LoadedFile.read(directory, file).orElseThrow().sha256();
        return new ModelFile(file.file(), file.bytes(), digest, file.licence(), file.source());
    }

    private static FaceManifest with(FaceManifest good, ModelFile detector, ModelFile embedder) {
        return new FaceManifest(
                good.format(),
                detector,
                embedder,
                good.input(),
                good.mirrored(),
                good.selfTest(),
                good.liveness(),
                good.calibrations());
    }

    @Test
    void aModelThatComputesAnotherThingIsAFailedModel() throws IOException {
        Stock.models(directory);
        FaceManifest good = Stock.manifest();
        Stock.write(
                directory,
                new FaceManifest(
                        good.format(),
                        good.detector(),
                        good.embedder(),
                        FaceManifest.Input.RAW,
                        good.mirrored(),
                        good.selfTest(),
                        good.liveness(),
                        good.calibrations()));
        assertEquals(Obstacle.MODEL_FAILED, refused());
    }

    @Test
    void thresholdsHoldForTheirModelAndSourceOnly() throws IOException {
        Stock.models(directory);
        FaceManifest good = Stock.manifest();
        Stock.write(
                directory,
                new FaceManifest(
                        good.format(),
                        good.detector(),
                        good.embedder(),
                        good.input(),
                        good.mirrored(),
                        good.selfTest(),
                        good.liveness(),
                        List.of(Stock.calibration(Stock.DETECTOR.sha256()))));
        try (FaceModels models = assertInstanceOf(Loading.Loaded.class, FaceModels.load(directory))
                .models()) {
            for (PortraitSource source : PortraitSource.values()) {
                assertEquals(
                        Optional.of(Obstacle.UNCALIBRATED),
                        models.comparison(source).absence());
            }
        }
    }

    /** Whoever changes a file under a running terminal changes nothing in it; the next start compares nothing. */
    @ParameterizedTest
    @EnumSource(Tampering.class)
    void aModelChangedAfterwardsChangesNothing(Tampering tampering) throws IOException {
        for (ModelFile file : List.of(Stock.DETECTOR, Stock.EMBEDDER, Stock.LIVENESS)) {
            String person = Stock.persons().getFirst();
            Path models = Stock.models(Files.createDirectory(directory.resolve(file.file() + "-" + tampering)));
            try (FaceModels running = assertInstanceOf(Loading.Loaded.class, FaceModels.load(models))
                            .models();
                    var live = Stock.live(person);
                    var document = Stock.document(person)) {
                FaceComparison faces = running.comparison(PortraitSource.CARD);
                var before = faces.compare(live, document);
                assertInstanceOf(FaceComparison.Comparison.Same.class, before);
                tampering.on(models.resolve(file.file()));
                assertEquals(before, faces.compare(live, document));
                faces.forget();
                assertEquals(before, faces.compare(live, document));
            }
            var next = assertInstanceOf(Loading.Unusable.class, FaceModels.load(models));
            assertEquals(tampering.seenAs(), next.obstacle());
            assertTrue(next.why().contains("import again"), next.why());
        }
    }

    /** What is done to a file that is in use. */
    enum Tampering {
        SWAPPED,
        CUT_OFF,
        EMPTIED,
        REMOVED;

        void on(Path file) throws IOException {
            switch (this) {
                case SWAPPED -> Files.write(file, new byte[(int) Files.size(file)]);
                case CUT_OFF -> Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
                case EMPTIED -> Files.write(file, new byte[0]);
                case REMOVED -> Files.delete(file);
            }
        }

        Obstacle seenAs() {
            return switch (this) {
                case SWAPPED, CUT_OFF, EMPTIED -> Obstacle.MODEL_CHANGED;
                case REMOVED -> Obstacle.MODEL_ABSENT;
            };
        }
    }
}
