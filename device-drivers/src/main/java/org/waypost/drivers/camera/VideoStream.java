package org.waypost.drivers.camera;

import static java.lang.System.Logger.Level.INFO;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_CONVERT_RGB;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FOURCC;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FPS;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FRAME_HEIGHT;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FRAME_WIDTH;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_V4L2;

import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.bytedeco.opencv.opencv_videoio.VideoWriter;
import org.waypost.drivers.device.Fault;

/**
 * A USB camera of the kernel (V4L2) in its own JPEG pictures, not decoded. A camera that does not give MJPG is out of
 * service: to encode each raw picture anew would cost the terminal more than all else it does.
 *
 * @param path of the capture node, such as {@code /dev/v4l/by-id/usb-...-video-index0}
 */
record VideoStream(Path path, Wish wish) implements PictureStream {
    private static final System.Logger LOG = System.getLogger(VideoStream.class.getName());
    private static final int MJPG = VideoWriter.fourcc((byte) 'M', (byte) 'J', (byte) 'P', (byte) 'G');

    /**
     * What a camera is asked for; it may give less.
     *
     * @param width pixels
     * @param height pixels
     * @param framesPerSecond pictures a second
     */
    record Wish(int width, int height, int framesPerSecond) {}

    @Override
    public ReadableByteChannel open() throws CameraLost {
        if (!Files.exists(path)) {
            throw new CameraLost(Fault.DEVICE_ABSENT, "no such node");
        }
        VideoCapture capture = new VideoCapture(path.toString(), CAP_V4L2);
        VideoChannel channel = new VideoChannel(capture);
        if (!capture.isOpened()) {
            channel.close();
            throw new CameraLost(Fault.OUT_OF_SERVICE, "no capture node, no right to it, or another program has it");
        }
        ask(capture);
        if (!isGranted(capture)) {
            channel.close();
            throw new CameraLost(Fault.OUT_OF_SERVICE, "the camera does not give MJPG");
        }
        return channel;
    }

    private void ask(VideoCapture capture) {
        capture.set(CAP_PROP_FOURCC, MJPG);
        capture.set(CAP_PROP_FRAME_WIDTH, wish.width());
        capture.set(CAP_PROP_FRAME_HEIGHT, wish.height());
        capture.set(CAP_PROP_FPS, wish.framesPerSecond());
        capture.set(CAP_PROP_CONVERT_RGB, 0);
    }

    private boolean isGranted(VideoCapture capture) {
        LOG.log(
                INFO,
                "asked for {0}, granted {1} x {2} at {3}",
                wish,
                capture.get(CAP_PROP_FRAME_WIDTH),
                capture.get(CAP_PROP_FRAME_HEIGHT),
                capture.get(CAP_PROP_FPS));
        return (int) capture.get(CAP_PROP_FOURCC) == MJPG && capture.get(CAP_PROP_CONVERT_RGB) == 0;
    }
}
