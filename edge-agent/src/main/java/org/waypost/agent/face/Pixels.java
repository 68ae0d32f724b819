package org.waypost.agent.face;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.waypost.drivers.device.Portrait;

/**
 * Pictures as OpenCV has them: blue, green, red. Used within a {@code PointerScope}; every one is wiped by who made it.
 */
final class Pixels {
    /** Above every camera mode in use; a face needs a tenth of it. */
    static final int LONGEST_SIDE = 1_920;

    private Pixels() {}

    /** A copy of a portrait in OpenCV's order, which the caller wipes. */
    static Mat of(Portrait portrait) {
        Mat picture = new Mat();
        cvtColor(view(portrait), picture, COLOR_RGB2BGR);
        return picture;
    }

    /**
     * As {@link #of}, shrunk to at most {@value #LONGEST_SIDE} pixels a side: whatever is made of it afterwards has its
     * bound in that.
     */
    static Mat bounded(Portrait portrait) {
        int longest = Math.max(portrait.width(), portrait.height());
        if (longest <= LONGEST_SIDE) {
            return of(portrait);
        }
        Mat picture = shrunk(view(portrait), (double) LONGEST_SIDE / longest);
        cvtColor(picture, picture, COLOR_RGB2BGR);
        return picture;
    }

    /** A smaller copy, at least one pixel a side, which the caller wipes. */
    static Mat shrunk(Mat picture, double scale) {
        Mat small = new Mat();
        int width = (int) Math.max(1, Math.round(picture.cols() * scale));
        int height = (int) Math.max(1, Math.round(picture.rows() * scale));
        resize(picture, small, new Size(width, height), 0, 0, INTER_AREA);
        return small;
    }

    /** A picture over the portrait's own memory: nothing is copied. */
    private static Mat view(Portrait portrait) {
        return new Mat(
                portrait.height(),
                portrait.width(),
                CV_8UC3,
                new BytePointer(portrait.pixels().asByteBuffer()));
    }

    /** Overwrites with zero. */
    static void wipe(Mat picture) {
        if (!picture.empty()) {
            try (BytePointer bytes = new BytePointer(picture.data())) {
                bytes.position(0).limit(picture.total() * picture.elemSize()).zero();
            }
        }
    }
}
