package org.waypost.agent.face;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.waypost.agent.face.FaceComparison.Obstacle;
import org.waypost.agent.face.FaceComparison.Side;
import org.waypost.drivers.device.Portrait;

/**
 * The models at work on two pictures: what is native ends with each call, overwritten first. Safe for use by several
 * threads, one at a time.
 */
final class FaceEngine implements AutoCloseable {
    private final FaceDetector detector;
    private final FaceEmbedder embedder;
    private final Optional<Liveness> liveness;

    FaceEngine(FaceDetector detector, FaceEmbedder embedder, Optional<Liveness> liveness) {
        this.detector = detector;
        this.embedder = embedder;
        this.liveness = liveness;
    }

    /** Measures how alike two pictures are, after the gates: the document's first, then the person's. */
    @SuppressWarnings("try") // the scope collects what is made within it, unasked
    synchronized FaceMeasurement measure(Portrait probe, Portrait reference) {
        try (PointerScope scope = new PointerScope()) {
            return switch (look(reference, Side.DOCUMENT)) {
                case Look.Refused refused ->
                    new FaceMeasurement.Unusable(
                            refused.obstacle(), Side.DOCUMENT, Optional.empty(), refused.quality());
                case Look.Seen document -> against(document, probe);
            };
        }
    }

    private FaceMeasurement against(Look.Seen document, Portrait probe) {
        try {
            return switch (look(probe, Side.LIVE)) {
                case Look.Refused refused ->
                    new FaceMeasurement.Unusable(
                            refused.obstacle(), Side.LIVE, refused.quality(), Optional.of(document.quality()));
                case Look.Seen live -> compared(live, document);
            };
        } finally {
            Pixels.wipe(document.aligned());
        }
    }

    private FaceMeasurement compared(Look.Seen live, Look.Seen document) {
        Mat one = embedder.embed(live.aligned());
        Mat other = embedder.embed(document.aligned());
        double similarity = one.dot(other);
        Pixels.wipe(one);
        Pixels.wipe(other);
        Pixels.wipe(live.aligned());
        return new FaceMeasurement.Measured(similarity, live.quality(), document.quality());
    }

    /** One picture, looked at. */
    private sealed interface Look {
        record Seen(Mat aligned, FaceQuality quality) implements Look {}

        record Refused(Obstacle obstacle, Optional<FaceQuality> quality) implements Look {
            static Refused unmeasured(Obstacle obstacle) {
                return new Refused(obstacle, Optional.empty());
            }
        }
    }

    private Look look(Portrait portrait, Side side) {
        Mat picture = Pixels.bounded(portrait);
        try {
            return switch (detector.find(picture)) {
                case FaceDetector.Found.Nothing nothing -> Look.Refused.unmeasured(Obstacle.NO_FACE);
                case FaceDetector.Found.Several several -> Look.Refused.unmeasured(Obstacle.SEVERAL_FACES);
                case FaceDetector.Found.One one -> judged(picture, one.face(), side);
            };
        } finally {
            Pixels.wipe(picture);
        }
    }

    private Look judged(Mat picture, Face face, Side side) {
        Mat aligned = FaceAlignment.align(picture, face);
        FaceQuality quality = QualityMeasure.of(face, aligned);
        Optional<Obstacle> obstacle = refusal(picture, face, quality, side);
        if (obstacle.isPresent()) {
            Pixels.wipe(aligned);
            return new Look.Refused(obstacle.get(), Optional.of(quality));
        }
        return new Look.Seen(aligned, quality);
    }

    private Optional<Obstacle> refusal(Mat picture, Face face, FaceQuality quality, Side side) {
        return switch (side) {
            case DOCUMENT -> QualityGate.DOCUMENT.refuses(quality);
            case LIVE ->
                QualityGate.LIVE
                        .refuses(quality)
                        .or(() -> liveness.filter(pad -> pad.doubts(picture, face))
                                .map(pad -> Obstacle.NOT_LIVE));
        };
    }

    /** Where the one face of a picture is; empty if there is none, or more than one. */
    @SuppressWarnings("try") // the scope collects what is made within it, unasked
    synchronized Optional<FaceFrame> frame(Portrait portrait) {
        try (PointerScope scope = new PointerScope()) {
            Mat picture = Pixels.of(portrait);
            try {
                return detector.find(picture) instanceof FaceDetector.Found.One one
                        ? Optional.of(FaceFrame.of(one.face()))
                        : Optional.empty();
            } finally {
                Pixels.wipe(picture);
            }
        }
    }

    /** How alike the embedder finds its two built-in test pictures, which show nobody. */
    @SuppressWarnings("try") // the scope collects what is made within it, unasked
    synchronized double selfTest() {
        try (PointerScope scope = new PointerScope()) {
            return embedder.embed(TestPicture.RINGS.drawn()).dot(embedder.embed(TestPicture.WAVES.drawn()));
        }
    }

    /** Overwrites what the last pictures left in the models' own memory. */
    @SuppressWarnings("try") // the scope collects what is made within it, unasked
    synchronized void forget() {
        try (PointerScope scope = new PointerScope()) {
            Scalar black = new Scalar(0, 0, 0, 0);
            Mat blank = new Mat(FaceDetector.LONGEST_SIDE, FaceDetector.LONGEST_SIDE, CV_8UC3, black);
            detector.find(blank);
            embedder.embed(new Mat(FaceAlignment.SIDE, FaceAlignment.SIDE, CV_8UC3, black));
            liveness.ifPresent(pad -> pad.forget(blank));
        }
    }

    @Override
    public synchronized void close() {
        detector.close();
        embedder.close();
        liveness.ifPresent(Liveness::close);
    }
}
