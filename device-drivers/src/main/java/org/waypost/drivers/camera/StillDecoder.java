package org.waypost.drivers.camera;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR_RGB;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.waypost.drivers.device.Portrait;

/**
 * Decodes frames with OpenCV, also those of USB cameras, which lack Huffman tables. A frame's announced size is within
 * the limits before it comes here. OpenCV throws unchecked exceptions for torn files: the one seam to it catches them.
 * Every native object ends with its scope, decoded pixels are overwritten first.
 */
final class StillDecoder {
    private static final System.Logger LOG = System.getLogger(StillDecoder.class.getName());

    private StillDecoder() {}

    /** Mean brightness, 0..255, from an eighth of the resolution; empty if the frame cannot be decoded. */
    static OptionalDouble brightness(Frame frame) {
        return decoded(frame, IMREAD_REDUCED_GRAYSCALE_8, pixels -> mean(pixels).get(0))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /** The picture; empty if the frame cannot be decoded or is not of the size it announced. */
    static Optional<Portrait> decode(Frame frame) {
        return decoded(
                        frame,
                        IMREAD_COLOR_RGB,
                        pixels -> pixels.cols() == frame.width() && pixels.rows() == frame.height()
                                ? Optional.of(portrait(pixels))
                                : Optional.<Portrait>empty())
                .flatMap(portrait -> portrait);
    }

    private static Portrait portrait(Mat pixels) {
        ByteBuffer rgb = pixels.createBuffer();
        return new Portrait(pixels.cols(), pixels.rows(), MemorySegment.ofBuffer(rgb));
    }

    @SuppressWarnings("try") // the scope collects what is made within it, unasked
    private static <T> Optional<T> decoded(Frame frame, int mode, Function<Mat, T> use) {
        try (PointerScope scope = new PointerScope()) {
            ByteBuffer file = frame.jpeg().asByteBuffer();
            // a picture over the frame's own memory: nothing is copied
            Mat packed = new Mat(1, file.limit(), CV_8UC1, new BytePointer(file));
            Mat pixels = imdecode(packed, mode);
            try {
                return pixels.empty() ? Optional.empty() : Optional.of(use.apply(pixels));
            } finally {
                wipe(pixels);
            }
        } catch (RuntimeException torn) {
            LOG.log(System.Logger.Level.INFO, "OpenCV refused a picture");
            return Optional.empty();
        }
    }

    private static void wipe(Mat pixels) {
        if (!pixels.empty()) {
            try (BytePointer bytes = new BytePointer(pixels.data())) {
                bytes.position(0).limit(pixels.total() * pixels.elemSize()).zero();
            }
        }
    }
}
