package org.waypost.agent.face;

import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_core.max;
import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_core.meanStdDev;
import static org.bytedeco.opencv.global.opencv_core.min;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.Laplacian;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Measures an aligned face. Used within a {@code PointerScope}. */
final class QualityMeasure {
    private QualityMeasure() {}

    static FaceQuality of(Face face, Mat aligned) {
        Mat grey = new Mat();
        cvtColor(aligned, grey, COLOR_BGR2GRAY);
        FaceQuality quality = new FaceQuality(
                (int) Math.round(face.eyeDistance()),
                (int) Math.round(mean(grey).get(0)),
                (int) Math.round(sharpness(grey)),
                (int) Math.round(100 * face.turn()),
                (int) Math.round(colour(aligned)));
        Pixels.wipe(grey);
        return quality;
    }

    private static double sharpness(Mat grey) {
        Mat edges = new Mat();
        Mat mean = new Mat();
        Mat deviation = new Mat();
        Laplacian(grey, edges, CV_64F);
        meanStdDev(edges, mean, deviation);
        Pixels.wipe(edges);
        try (DoubleIndexer of = deviation.createIndexer()) {
            return of.get(0, 0) * of.get(0, 0);
        }
    }

    private static double colour(Mat aligned) {
        Mat blue = channel(aligned, 0);
        Mat green = channel(aligned, 1);
        Mat red = channel(aligned, 2);
        Mat strongest = new Mat();
        Mat weakest = new Mat();
        max(blue, green, strongest);
        max(strongest, red, strongest);
        min(blue, green, weakest);
        min(weakest, red, weakest);
        subtract(strongest, weakest, strongest);
        double colour = mean(strongest).get(0);
        wipe(blue, green, red);
        wipe(strongest, weakest, weakest);
        return colour;
    }

    private static Mat channel(Mat aligned, int which) {
        Mat channel = new Mat();
        extractChannel(aligned, channel, which);
        return channel;
    }

    private static void wipe(Mat one, Mat two, Mat three) {
        Pixels.wipe(one);
        Pixels.wipe(two);
        Pixels.wipe(three);
    }
}
