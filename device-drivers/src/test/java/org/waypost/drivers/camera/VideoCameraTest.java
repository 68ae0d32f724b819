package org.waypost.drivers.camera;

import static org.waypost.drivers.device.Readings.assertFault;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Ticker;

/** What can be said of kernel cameras without one. */
class VideoCameraTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Camera camera(String path) {
        return new MjpegCamera(new VideoStream(Path.of(path), new VideoStream.Wish(1280, 720, 30)), Ticker.SYSTEM);
    }

    @Test
    void aNodeThatIsNotThereIsAnAbsentDevice() {
        try (Camera camera = camera("/dev/v4l/by-id/waypost-no-such-camera")) {
            assertFault(Fault.DEVICE_ABSENT, camera.preview(PATIENCE));
        }
    }

    @Test
    void aNodeThatIsNoCameraIsOutOfService() {
        try (Camera camera = camera("/dev/null")) {
            assertFault(Fault.OUT_OF_SERVICE, camera.preview(PATIENCE));
        }
    }
}
