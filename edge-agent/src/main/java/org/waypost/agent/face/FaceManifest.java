package org.waypost.agent.face;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.waypost.contract.Codec;

/**
 * What a directory of models holds: the file {@value #FILE} in it. What is loaded is what is pinned here, byte for
 * byte.
 *
 * @param format always {@value #FORMAT}
 * @param detector finds faces: YuNet
 * @param embedder of one face
 * @param input how the embedder wants its pictures
 * @param mirrored whether the mirrored picture counts too: twice the work, fewer errors
 * @param selfTest cosine similarity of the two built-in test pictures, as recorded by whoever made the manifest; empty
 *     if nobody did, and then nothing is compared: not recorded is not passed
 * @param liveness the presentation attack detection, if there is one; it can only raise a doubt
 * @param calibrations by which thresholds were set; a source without one gets no answer
 */
public record FaceManifest(
        String format,
        ModelFile detector,
        ModelFile embedder,
        Input input,
        boolean mirrored,
        Optional<Double> selfTest,
        Optional<ModelFile> liveness,
        List<Calibration> calibrations) {
    /** Name and version of the format. */
    public static final String FORMAT = "waypost-face-models-1";

    /** Name of the manifest in its directory. */
    public static final String FILE = "face-models.json";

    static final int LONGEST = 65_536;
    private static final int CALIBRATIONS_MAX = 20;

    public FaceManifest {
        requireNonNull(detector);
        requireNonNull(embedder);
        requireNonNull(input);
        requireNonNull(selfTest);
        requireNonNull(liveness);
        calibrations = List.copyOf(calibrations);
        if (!format.equals(FORMAT)
                || calibrations.size() > CALIBRATIONS_MAX
                || selfTest.filter(one -> Math.abs(one) <= 1).isPresent() != selfTest.isPresent()) {
            throw new IllegalArgumentException("not a manifest of format " + FORMAT);
        }
    }

    /**
     * The models that Waypost is made for, YuNet and SFace of opencv_zoo, by their published digests: for a directory
     * without a manifest of its own. Without a record of a self-test and without a calibration, which are the
     * operator's to make.
     */
    static FaceManifest standard() {
        try (InputStream in = FaceManifest.class.getResourceAsStream("default-face-models.json")) {
            byte[] text = requireNonNull(in).readAllBytes();
            return switch (Codec.read(text, FaceManifest.class)) {
                case Codec.Malformed<FaceManifest> malformed -> throw new IllegalStateException(malformed.reason());
                case Codec.Decoded<FaceManifest> decoded -> decoded.value();
            };
        } catch (IOException ofOurOwnJar) {
            throw new UncheckedIOException(ofOurOwnJar);
        }
    }

    /** The manifest that lies in a directory; empty if there is none that can be read. */
    static Optional<FaceManifest> in(Path directory) {
        try (InputStream in = Files.newInputStream(directory.resolve(FILE))) {
            return switch (Codec.read(in.readNBytes(LONGEST + 1), FaceManifest.class)) {
                case Codec.Malformed<FaceManifest> malformed -> Optional.empty();
                case Codec.Decoded<FaceManifest> decoded -> Optional.of(decoded.value());
            };
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** Detector, embedder, and liveness if there is one. */
    List<ModelFile> files() {
        return Stream.concat(Stream.of(detector, embedder), liveness.stream()).toList();
    }

    /** The same with other names of the files. */
    FaceManifest named(UnaryOperator<ModelFile> naming) {
        return new FaceManifest(
                format,
                naming.apply(detector),
                naming.apply(embedder),
                input,
                mirrored,
                selfTest,
                liveness.map(naming),
                calibrations);
    }

    /** The one by which thresholds for this source hold. */
    Optional<Calibration> calibration(PortraitSource source) {
        return calibrations.stream().filter(one -> one.isFor(embedder, source)).findFirst();
    }

    /** What an embedder of 112x112 pixels expects in each of its three channels. */
    public enum Input {
        /** Red, green, blue, 0..255, as SFace (opencv_zoo). */
        RAW,
        /** Red, green, blue, less the means and by the deviations of ImageNet. */
        IMAGENET
    }
}
