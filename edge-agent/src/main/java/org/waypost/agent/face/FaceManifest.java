package org.waypost.agent.face;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a directory of models holds: the file {@value #FILE} in it. What is loaded is what is pinned here, byte for
 * byte.
 *
 * @param format always {@value #FORMAT}
 * @param detector finds faces: YuNet
 * @param embedder of one face
 * @param input how the embedder wants its pictures
 * @param mirrored whether the mirrored picture counts too: twice the work, fewer errors
 * @param selfTest cosine similarity of the two built-in test pictures, as recorded when the model was imported
 * @param liveness the presentation attack detection, if there is one; it can only raise a doubt
 * @param calibrations by which thresholds were set; a source without one gets no answer
 */
public record FaceManifest(
        String format,
        ModelFile detector,
        ModelFile embedder,
        Input input,
        boolean mirrored,
        double selfTest,
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
        requireNonNull(liveness);
        calibrations = List.copyOf(calibrations);
        if (!format.equals(FORMAT) || calibrations.size() > CALIBRATIONS_MAX || Math.abs(selfTest) > 1) {
            throw new IllegalArgumentException("not a manifest of format " + FORMAT);
        }
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
