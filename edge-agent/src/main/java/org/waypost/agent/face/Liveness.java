package org.waypost.agent.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT_101;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_dnn.blobFromImage;
import static org.bytedeco.opencv.global.opencv_dnn.readNetFromONNX;

import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_dnn.Net;

/**
 * Presentation attack detection (ISO/IEC 30107) of one still picture with MiniFAS-V2-SE: it raises a doubt or none. How
 * many attacks it misses was not measured, and a picture fed in digitally is always called live: no doubt is no proof.
 * Used by one thread at a time, within a {@code PointerScope}.
 */
final class Liveness implements AutoCloseable {
    private static final int SIDE = 128;
    private static final double AROUND = 1.5;
    private static final double DOUBT_BELOW = 0.5;
    private static final double OF_ONE = 1 / 255.0;
    /** Live, and not. */
    private static final int ANSWERS = 2;

    private final Net net;

    /**
     * Loads the model.
     *
     * @throws RuntimeException of OpenCV if the file is no such model
     */
    Liveness(LoadedFile model) {
        this.net = readNetFromONNX(model.content());
    }

    /** Whether this may be a picture of a person rather than a person. */
    boolean doubts(Mat picture, Face face) {
        Mat crop = crop(picture, face);
        Mat blob = blobFromImage(
                crop, OF_ONE, new Size(SIDE, SIDE), new Scalar(0, 0, 0, 0), true, false, opencv_core.CV_32F);
        net.setInput(blob);
        Mat output = net.forward();
        if (output.total() != ANSWERS) {
            throw new IllegalStateException("a model of liveness answered " + output.total() + " numbers");
        }
        try (FloatIndexer of = output.createIndexer()) {
            // softmax, live first
            double live = 1 / (1 + Math.exp(of.get(0, 1) - of.get(0, 0)));
            return live < DOUBT_BELOW;
        } finally {
            Pixels.wipe(crop);
            Pixels.wipe(blob);
            Pixels.wipe(output);
        }
    }

    /** Looks at a blank picture. */
    void forget(Mat blank) {
        Spot corner = new Spot(0, 0);
        doubts(blank, new Face(corner, new Spot(SIDE, SIDE), corner, corner, corner, corner, corner));
    }

    /** The square around the face, continued by reflection where it leaves the picture. */
    private static Mat crop(Mat picture, Face face) {
        double most = Math.max(picture.cols(), picture.rows());
        double side = Math.min(AROUND * Math.max(face.size().x(), face.size().y()), AROUND * most);
        Span across = Span.of(face.corner().x() + face.size().x() / 2, side, picture.cols());
        Span down = Span.of(face.corner().y() + face.size().y() / 2, side, picture.rows());
        Mat inside = picture.apply(new Rect(across.from(), down.from(), across.length(), down.length()));
        Mat crop = new Mat();
        copyMakeBorder(
                inside, crop, down.before(), down.behind(), across.before(), across.behind(), BORDER_REFLECT_101);
        return crop;
    }

    /**
     * What of a side of the square lies in the picture.
     *
     * @param from first pixel, within the picture
     * @param length 1 pixel or more
     * @param before pixels that the square reaches out of the picture
     * @param behind the same at the other end
     */
    private record Span(int from, int length, int before, int behind) {
        static Span of(double middle, double side, int size) {
            int from = (int) Math.round(middle - side / 2);
            int to = from + Math.max(1, (int) Math.round(side));
            int inside = Math.clamp(from, 0, size - 1);
            int end = Math.clamp(to, inside + 1, size);
            return new Span(inside, end - inside, Math.clamp(-from, 0, size - 1), Math.clamp(to - size, 0, size - 1));
        }
    }

    @Override
    public void close() {
        net.close();
    }
}
