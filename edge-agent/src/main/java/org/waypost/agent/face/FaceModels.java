package org.waypost.agent.face;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.waypost.agent.face.FaceComparison.Obstacle;
import org.waypost.contract.Codec;
import org.waypost.drivers.device.Portrait;

/** The models of a terminal, loaded once. Safe for use by several threads; closed once. */
public final class FaceModels implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FaceModels.class.getName());

    private final FaceManifest manifest;
    private final FaceEngine engine;
    private final SelfTest selfTest;

    private FaceModels(FaceManifest manifest, FaceEngine engine, SelfTest selfTest) {
        this.manifest = manifest;
        this.engine = engine;
        this.selfTest = selfTest;
    }

    /** The outcome of loading. */
    public sealed interface Loading {
        /** The models are the pinned ones and compute what they did when they were imported. */
        record Loaded(FaceModels models) implements Loading {
            public Loaded {
                requireNonNull(models);
            }
        }

        /**
         * There is nothing to compare with.
         *
         * @param why one line with the next step
         * @param selfTest what it came to, if it came so far
         */
        record Unusable(Obstacle obstacle, String why, Optional<SelfTest> selfTest) implements Loading {
            public Unusable {
                requireNonNull(selfTest);
            }

            Unusable(Obstacle obstacle, String why) {
                this(obstacle, why, Optional.empty());
            }
        }
    }

    /**
     * Loads what the manifest of a directory pins. Takes up to about a second: the libraries are unpacked and warmed.
     *
     * @param directory with {@value FaceManifest#FILE} and the files it names
     */
    public static Loading load(Path directory) {
        Path file = directory.resolve(FaceManifest.FILE);
        try (InputStream in = Files.newInputStream(file)) {
            return switch (Codec.read(in.readNBytes(FaceManifest.LONGEST + 1), FaceManifest.class)) {
                case Codec.Malformed<FaceManifest> malformed ->
                    new Loading.Unusable(
                            Obstacle.MODEL_FAILED,
                            file + " is no manifest (" + malformed.reason() + "): import the models again");
                case Codec.Decoded<FaceManifest> decoded -> load(directory, decoded.value());
            };
        } catch (IOException absent) {
            return new Loading.Unusable(Obstacle.MODEL_ABSENT, "there is no " + file + ": import models");
        }
    }

    /** Loads what a manifest pins that lies elsewhere. */
    static Loading load(Path directory, FaceManifest manifest) {
        FaceLibraries.begin();
        Optional<LoadedFile> detector = LoadedFile.read(directory, manifest.detector());
        Optional<LoadedFile> embedder = LoadedFile.read(directory, manifest.embedder());
        Optional<LoadedFile> liveness = manifest.liveness().flatMap(pinned -> LoadedFile.read(directory, pinned));
        if (detector.isEmpty()
                || embedder.isEmpty()
                || liveness.isPresent() != manifest.liveness().isPresent()) {
            return new Loading.Unusable(
                    Obstacle.MODEL_ABSENT, "a file that the manifest names is not in " + directory + ": import again");
        }
        boolean pinned = detector.get().isAsPinned()
                && embedder.get().isAsPinned()
                && liveness.map(LoadedFile::isAsPinned).orElse(true);
        if (!pinned) {
            return new Loading.Unusable(
                    Obstacle.MODEL_CHANGED, "a file in " + directory + " is not the one pinned: import again");
        }
        return start(manifest, detector.get(), embedder.get(), liveness);
    }

    private static Loading start(
            FaceManifest manifest, LoadedFile detector, LoadedFile embedder, Optional<LoadedFile> liveness) {
        try {
            FaceEngine engine = new FaceEngine(
                    new FaceDetector(detector),
                    new FaceEmbedder(embedder, manifest.input(), manifest.mirrored()),
                    liveness.map(Liveness::new));
            return tested(manifest, engine);
        } catch (RuntimeException ofTheLibrary) {
            LOG.log(System.Logger.Level.DEBUG, "OpenCV refused a model", ofTheLibrary);
            return new Loading.Unusable(
                    Obstacle.MODEL_FAILED, "a model file cannot be loaded: import models for this version");
        } catch (OutOfMemoryError beyondTheBound) {
            return new Loading.Unusable(
                    Obstacle.MODEL_FAILED,
                    "the models need more memory than -Dorg.bytedeco.javacpp.maxphysicalbytes lets them have");
        } catch (LinkageError noLibrary) {
            LOG.log(System.Logger.Level.DEBUG, "OpenCV cannot be loaded", noLibrary);
            return new Loading.Unusable(
                    Obstacle.MODEL_FAILED,
                    "OpenCV cannot be loaded: it needs x86-64 or 64-bit ARM and a home directory it may write to");
        }
    }

    private static Loading tested(FaceManifest manifest, FaceEngine engine) {
        SelfTest test = new SelfTest(manifest.selfTest(), engine.selfTest());
        if (test.recorded().isEmpty()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "no self-test is recorded for {0}: here it finds its test pictures alike by {1}",
                    manifest.embedder().file(),
                    Double.toString(test.seen()));
        }
        if (test.passes()) {
            engine.forget();
            return new Loading.Loaded(new FaceModels(manifest, engine, test));
        }
        engine.close();
        return new Loading.Unusable(
                Obstacle.MODEL_FAILED,
                "the embedder finds its test pictures alike by " + test.seen() + ", not by "
                        + test.recorded().map(Object::toString).orElse("a number") + ": import the models again",
                Optional.of(test));
    }

    /** How alike the embedder found its two built-in pictures when it was loaded. */
    public SelfTest selfTest() {
        return selfTest;
    }

    public FaceManifest manifest() {
        return manifest;
    }

    FaceEngine engine() {
        return engine;
    }

    /**
     * The comparison with portraits of a source; without a recorded self-test, or a calibration for the source, there
     * is no answer.
     */
    public FaceComparison comparison(PortraitSource source) {
        if (manifest.selfTest().isEmpty()) {
            return new AbsentModel(Obstacle.SELF_TEST_NOT_RECORDED);
        }
        Optional<Calibration> calibration = manifest.calibration(source);
        return calibration.isPresent()
                ? new FaceComparer(engine, calibration.get())
                : new AbsentModel(Obstacle.UNCALIBRATED);
    }

    /**
     * Measures two pictures for a calibration; a terminal never asks this. Thresholds and gates are not applied to the
     * similarity, gates are to the pictures.
     */
    public FaceMeasurement measure(Portrait probe, Portrait reference) {
        return engine.measure(probe, reference);
    }

    /** Where the one face of a picture is; empty if there is none, or more than one. */
    public Optional<FaceFrame> frame(Portrait portrait) {
        return engine.frame(portrait);
    }

    @Override
    public void close() {
        engine.close();
    }
}
