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
        try (FloatIndexer of = output.createIndexer()) {
            // softmax of two: live first
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
        int side =
                (int) Math.round(AROUND * Math.max(face.size().x(), face.size().y()));
        int left = (int) Math.round(face.corner().x() + face.size().x() / 2 - side / 2.0);
        int top = (int) Math.round(face.corner().y() + face.size().y() / 2 - side / 2.0);
        int before = Math.clamp(-left, 0, picture.cols() - 1);
        int above = Math.clamp(-top, 0, picture.rows() - 1);
        int behind = Math.clamp(left + side - picture.cols(), 0, picture.cols() - 1);
        int below = Math.clamp(top + side - picture.rows(), 0, picture.rows() - 1);
        Mat wide = new Mat();
        copyMakeBorder(picture, wide, above, below, before, behind, BORDER_REFLECT_101);
        Mat crop = wide.apply(square(wide, left + before, top + above, side)).clone();
        Pixels.wipe(wide);
        return crop;
    }

    /** The square as far as the picture reaches. */
    private static Rect square(Mat wide, int left, int top, int side) {
        int x = Math.clamp(left, 0, wide.cols() - 1);
        int y = Math.clamp(top, 0, wide.rows() - 1);
        return new Rect(x, y, Math.min(side, wide.cols() - x), Math.min(side, wide.rows() - y));
    }

    @Override
    public void close() {
        net.close();
    }
}
