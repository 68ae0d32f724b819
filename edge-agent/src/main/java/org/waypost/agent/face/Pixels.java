package org.waypost.agent.face;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.waypost.drivers.device.Portrait;

/**
 * Pictures as OpenCV has them: blue, green, red. Used within a {@code PointerScope}; every one is wiped by who made it.
 */
final class Pixels {
    private Pixels() {}

    /** A copy of a portrait in OpenCV's order, which the caller wipes. */
    static Mat of(Portrait portrait) {
        Mat picture = new Mat();
        // a picture over the portrait's own memory: it is copied by the conversion alone
        Mat rgb = new Mat(
                portrait.height(),
                portrait.width(),
                CV_8UC3,
                new BytePointer(portrait.pixels().asByteBuffer()));
        cvtColor(rgb, picture, COLOR_RGB2BGR);
        return picture;
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
