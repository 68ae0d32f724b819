package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.waypost.agent.face.Calibration;
import org.waypost.agent.face.FaceManifest;
import org.waypost.agent.face.FaceManifest.Input;
import org.waypost.agent.face.FaceModels;
import org.waypost.agent.face.ModelFile;
import org.waypost.contract.Codec;

/**
 * The models and faces for evaluation that lie beside the project; they are no part of it. The embedder is a stand-in
 * for the one that an operator imports, and its figures are its own.
 */
final class FaceStock {
    private static final ModelFile DETECTOR = new ModelFile(
            "face_detection_yunet_2023mar.onnx",
            232_589,
            "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4",
            "MIT",
            "opencv/opencv_zoo @966be4cb");
    private static final ModelFile EMBEDDER = new ModelFile(
            "mobilefacenet_foamliu.onnx",
            3_998_070,
            "b7120c095d60094f28a4a54ba6a8bf51b297a6273fb40ef6350dfec1f63d9507",
            "Apache-2.0",
            "foamliu/MobileFaceNet @cc6a9032");
    private static final ModelFile LIVENESS = new ModelFile(
            "minifas_v2se_128_olazo.onnx",
            1_912_594,
            "af2381b88f38769222ed93379e12444e2a50814575de1c46170de570c55a42b6",
            "Apache-2.0",
            "johnraivenolazo/face-antispoof-onnx @2b9830bb");
    /** As OpenCV 4.13.0 computes it on x86-64. */
    private static final double SELF_TEST = 0.2746;

    private FaceStock() {}

    /** Where it lies; nothing if this checkout stands alone. */
    static Optional<Path> place() {
        Path place = Site.checkout().resolveSibling("shared");
        return Files.isDirectory(place.resolve("models")) && Files.isDirectory(place.resolve("data/faces"))
                ? Optional.of(place)
                : Optional.empty();
    }

    /** The manifest of these models. */
    static FaceManifest manifest(List<Calibration> calibrations) {
        return new FaceManifest(
                FaceManifest.FORMAT,
                DETECTOR,
                EMBEDDER,
                Input.IMAGENET,
                true,
                Optional.of(SELF_TEST),
                Optional.of(LIVENESS),
                calibrations);
    }

    /**
     * Copies of the models with a manifest.
     *
     * @throws IOException with the next step if the models are not there
     */
    static Path laid(Path directory, List<Calibration> calibrations) throws IOException {
        Path models = place().orElseThrow(() -> new IOException("there are no models beside this checkout"))
                .resolve("models");
        for (ModelFile file : List.of(DETECTOR, EMBEDDER, LIVENESS)) {
            Files.copy(models.resolve(file.file()), directory.resolve(file.file()));
        }
        Files.writeString(directory.resolve(FaceManifest.FILE), Codec.write(manifest(calibrations)));
        return directory;
    }

    /** Loads models. */
    static FaceModels load(Path directory) throws IOException {
        return switch (FaceModels.load(directory)) {
            case FaceModels.Loading.Loaded loaded -> loaded.models();
            case FaceModels.Loading.Unusable unusable -> throw new IOException(unusable.why());
        };
    }
}
