package org.waypost.agent.face;

import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import java.util.List;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Turns, scales and shifts a face so that eyes, nose and mouth lie where embedders of 112x112 pixels expect them: the
 * similarity of least squares to the five places of ArcFace, as OpenCV's {@code FaceRecognizerSF.alignCrop} has them.
 */
final class FaceAlignment {
    static final int SIDE = 112;

    private static final List<Spot> PLACES = List.of(
            new Spot(38.2946, 51.6963),
            new Spot(73.5318, 51.5014),
            new Spot(56.0252, 71.7366),
            new Spot(41.5493, 92.3655),
            new Spot(70.7299, 92.2041));

    private FaceAlignment() {}

    /** The aligned face of 112x112 pixels, which the caller wipes. */
    static Mat align(Mat picture, Face face) {
        Mat aligned = new Mat();
        warpAffine(picture, aligned, similarity(face), new Size(SIDE, SIDE));
        return aligned;
    }

    private static Mat similarity(Face face) {
        List<Spot> seen = List.of(face.rightEye(), face.leftEye(), face.nose(), face.rightMouth(), face.leftMouth());
        Spot from = mean(seen.get(0), seen.get(1), seen.get(2), seen.get(3), seen.get(4));
        Spot to = mean(PLACES.get(0), PLACES.get(1), PLACES.get(2), PLACES.get(3), PLACES.get(4));
        double dot = 0;
        double cross = 0;
        double square = 0;
        for (int i = 0; i < PLACES.size(); i++) {
            Spot at = seen.get(i).minus(from);
            Spot wanted = PLACES.get(i).minus(to);
            dot += at.dot(wanted);
            cross += at.cross(wanted);
            square += at.dot(at);
        }
        return matrix(dot / square, cross / square, from, to);
    }

    private static Spot mean(Spot a, Spot b, Spot c, Spot d, Spot e) {
        return new Spot((a.x() + b.x() + c.x() + d.x() + e.x()) / 5, (a.y() + b.y() + c.y() + d.y() + e.y()) / 5);
    }

    private static Mat matrix(double cosine, double sine, Spot from, Spot to) {
        Mat matrix = new Mat(2, 3, CV_64F);
        try (DoubleIndexer at = matrix.createIndexer()) {
            at.put(0, 0, cosine).put(0, 1, -sine).put(0, 2, to.x() - cosine * from.x() + sine * from.y());
            at.put(1, 0, sine).put(1, 1, cosine).put(1, 2, to.y() - sine * from.x() - cosine * from.y());
        }
        return matrix;
    }
}
