package org.waypost.agent.face;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;

/** Finds faces with YuNet (opencv_zoo). Used by one thread at a time, within a {@code PointerScope}. */
final class FaceDetector implements AutoCloseable {
    static final int LONGEST_SIDE = 640;
    /** Below it YuNet answers at random; no face of use fits in. */
    private static final int SMALLEST_SIDE = 32;

    private static final float LEAST_SCORE = 0.7f;
    private static final float OVERLAP = 0.3f;
    private static final int CANDIDATES = 50;

    private final FaceDetectorYN net;

    /**
     * Loads the model.
     *
     * @throws RuntimeException of OpenCV if the file is no such model
     */
    FaceDetector(LoadedFile model) {
        this.net = FaceDetectorYN.create(
                "onnx",
                model.content(),
                new byte[0],
                new Size(LONGEST_SIDE, LONGEST_SIDE),
                LEAST_SCORE,
                OVERLAP,
                CANDIDATES,
                0,
                0);
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
        Mat small = scale < 1 ? shrunk(picture, scale) : picture;
        Mat rows = new Mat();
        try {
            net.setInputSize(new Size(small.cols(), small.rows()));
            net.detect(small, rows);
            return switch (rows.rows()) {
                case 0 -> new Found.Nothing();
                case 1 -> new Found.One(face(rows, scale));
                default -> new Found.Several();
            };
        } finally {
            Pixels.wipe(rows);
            if (scale < 1) {
                Pixels.wipe(small);
            }
        }
    }

    private static Mat shrunk(Mat picture, double scale) {
        Mat small = new Mat();
        Size size = new Size(Math.max(1, (int) Math.round(picture.cols() * scale)), Math.max(1, (int)
                Math.round(picture.rows() * scale)));
        resize(picture, small, size, 0, 0, INTER_AREA);
        return small;
    }

    private static Face face(Mat rows, double scale) {
        try (FloatIndexer row = rows.createIndexer()) {
            return new Face(
                    spot(row, 0, scale),
                    spot(row, 2, scale),
                    spot(row, 4, scale),
                    spot(row, 6, scale),
                    spot(row, 8, scale),
                    spot(row, 10, scale),
                    spot(row, 12, scale));
        }
    }

    private static Spot spot(FloatIndexer row, int column, double scale) {
        return new Spot(row.get(0, column) / scale, row.get(0, column + 1) / scale);
    }

    @Override
    public void close() {
        net.close();
    }
}
