package org.waypost.drivers.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.waypost.drivers.device.Ticker;

/** The contract on a camera of this machine, where there is one. */
class VideoCameraIT extends CameraContract {

    @Override
    protected Camera camera() throws IOException {
        Path nodes = Path.of("/dev/v4l/by-id");
        Assumptions.assumeTrue(Files.isDirectory(nodes), "this machine has no camera: /dev/v4l/by-id is not there");
        try (Stream<Path> cameras = Files.list(nodes)) {
            Path node = cameras.filter(path -> path.toString().endsWith("-video-index0"))
                    .findFirst()
                    .orElseGet(() -> Assumptions.abort("this machine has no capture node"));
            return new MjpegCamera(new VideoStream(node, new VideoStream.Wish(1280, 720, 30)), Ticker.SYSTEM);
        }
    }

    @Override
    protected void unplug() {
        Assumptions.abort("a test cannot pull the cable of a camera");
    }

    @Override
    protected void plug() {}
}
