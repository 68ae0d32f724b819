package org.waypost.agent.face;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.normalize;
import static org.bytedeco.opencv.global.opencv_dnn.DNN_LAYOUT_NCHW;
import static org.bytedeco.opencv.global.opencv_dnn.blobFromImageWithParams;
import static org.bytedeco.opencv.global.opencv_dnn.readNetFromONNX;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_dnn.Image2BlobParams;
import org.bytedeco.opencv.opencv_dnn.Net;

/**
 * Makes of an aligned face the vector by which it is compared: of length 1, in native memory, which the caller wipes.
 * Used by one thread at a time, within a {@code PointerScope}.
 */
final class FaceEmbedder implements AutoCloseable {
    private static final int AROUND_THE_UPRIGHT = 1;
    private static final double WHITE = 255;

    private final Net net;
    /** Taken from each channel before it is multiplied; of ImageNet as torchvision's models have them. */
    private final Channels less;

    private final Channels times;
    private final boolean mirrored;

    /**
     * Loads the model.
     *
     * @throws RuntimeException of OpenCV if the file is no such model
     */
    FaceEmbedder(LoadedFile model, FaceManifest.Input input, boolean mirrored) {
        this.net = readNetFromONNX(model.content());
        this.less = switch (input) {
            case RAW -> new Channels(0, 0, 0);
            case IMAGENET -> new Channels(0.485 * WHITE, 0.456 * WHITE, 0.406 * WHITE);
        };
        this.times = switch (input) {
            case RAW -> new Channels(1, 1, 1);
            case IMAGENET -> new Channels(1 / (0.229 * WHITE), 1 / (0.224 * WHITE), 1 / (0.225 * WHITE));
        };
        this.mirrored = mirrored;
    }

    /** One number for each channel. */
    private record Channels(double red, double green, double blue) {
        Scalar scalar() {
            return new Scalar(red, green, blue, 0);
        }
    }

    private Image2BlobParams parameters() {
        return new Image2BlobParams(
                times.scalar(),
                new Size(FaceAlignment.SIDE, FaceAlignment.SIDE),
                less.scalar(),
                true,
                CV_32F,
                DNN_LAYOUT_NCHW,
                0,
                new Scalar(0, 0, 0, 0));
    }

    /**
     * The vector of a face.
     *
     * @param aligned 112x112 pixels
     */
    Mat embed(Mat aligned) {
        Mat vector = once(aligned);
        if (mirrored) {
            Mat mirror = new Mat();
            flip(aligned, mirror, AROUND_THE_UPRIGHT);
            Mat other = once(mirror);
            add(vector, other, vector);
            normalize(vector, vector);
            Pixels.wipe(mirror);
            Pixels.wipe(other);
        }
        return vector;
    }

    private Mat once(Mat aligned) {
        Mat blob = blobFromImageWithParams(aligned, parameters());
        net.setInput(blob);
        Mat output = net.forward();
        Mat vector = new Mat();
        normalize(output, vector);
        Pixels.wipe(blob);
        Pixels.wipe(output);
        return vector;
    }

    @Override
    public void close() {
        net.close();
    }
}
