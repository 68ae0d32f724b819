package org.waypost.agent.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_dnn.blobFromImage;
import static org.bytedeco.opencv.global.opencv_dnn.readNetFromONNX;

import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;

/**
 * Finds faces with YuNet (opencv_zoo), as OpenCV's {@code FaceDetectorYN} does; that class would load seven more
 * libraries, a toolkit of windows among them. Used by one thread at a time, within a {@code PointerScope}.
 */
final class FaceDetector implements AutoCloseable {
    static final int LONGEST_SIDE = 640;
    /** Below it YuNet answers at random; no face of use fits in. */
    private static final int SMALLEST_SIDE = 32;

    private final Net net;

    /**
     * Loads the model.
     *
     * @throws RuntimeException of OpenCV if the file is no such model
     */
    FaceDetector(LoadedFile model) {
        this.net = readNetFromONNX(model.content());
    }

    /** What was found. */
    sealed interface Found {
        record Nothing() implements Found {}

        record One(Face face) implements Found {}

        record Several() implements Found {}
    }

    /** Looks for faces in a picture of any size; it is shrunk to at most 640 pixels for that. */
    Found find(Mat picture) {
        if (picture.cols() < SMALLEST_SIDE || picture.rows() < SMALLEST_SIDE) {
            return new Found.Nothing();
        }
        double scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(picture.cols(), picture.rows()));
        Mat small = scale < 1 ? Pixels.shrunk(picture, scale) : picture;
        try {
            List<FaceCandidate> faces = candidates(small).best();
            return switch (faces.size()) {
                case 0 -> new Found.Nothing();
                case 1 -> new Found.One(faces.getFirst().face().by(1 / scale));
                default -> new Found.Several();
            };
        } finally {
            if (scale < 1) {
                Pixels.wipe(small);
            }
        }
    }

    private FaceCandidates candidates(Mat small) {
        Mat whole = new Mat();
        int right = FaceGrid.rounded(small.cols());
        int bottom = FaceGrid.rounded(small.rows());
        Scalar black = new Scalar(0, 0, 0, 0);
        copyMakeBorder(small, whole, 0, bottom - small.rows(), 0, right - small.cols(), BORDER_CONSTANT, black);
        Mat blob = blobFromImage(whole);
        MatVector answers = new MatVector();
        try {
            net.setInput(blob);
            net.forward(answers, new StringVector(FaceGrid.OUTPUTS));
            return FaceGrid.candidates(answers, right, bottom);
        } finally {
            Pixels.wipe(whole);
            Pixels.wipe(blob);
            // over the network's own copy, which it gives back as it is when the next picture has another size
            net.setInput(blob);
            for (Mat answer : answers.get()) {
                Pixels.wipe(answer);
            }
        }
    }

    @Override
    public void close() {
        net.close();
    }
}
