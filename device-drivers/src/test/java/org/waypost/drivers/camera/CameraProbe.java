package org.waypost.drivers.camera;

import static org.waypost.drivers.device.Readings.taken;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.device.Opening;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.simulated.CameraHttpServer;
import org.waypost.drivers.simulated.CameraRtspServer;
import org.waypost.drivers.simulated.CameraSimulator;

/**
 * A terminal with a camera of the network, by the driver it is told, from the start to a still picture; says each step.
 */
final class CameraProbe {
    static final List<String> STEPS = List.of("probe previewed", "probe photographed");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private CameraProbe() {}

    /** Where OpenCV's libraries are unpacked, once for all tests. */
    static Path cache() {
        return Path.of("target", "javacpp-cache").toAbsolutePath();
    }

    public static void main(String[] arguments) throws IOException {
        CameraSimulator simulator = new CameraSimulator();
        try (CameraHttpServer mjpeg = new CameraHttpServer(simulator);
                CameraRtspServer rtsp = new CameraRtspServer(simulator);
                Camera camera = opened(
                        arguments[0], arguments[0].equals("rtsp") ? rtsp.address() : "mjpeg:" + mjpeg.address())) {
            for (int frames = 0; frames < 20; frames++) {
                try (Frame frame = taken(camera.preview(PATIENCE))) {
                    frame.writeTo(OutputStream.nullOutputStream());
                }
            }
            System.out.println(STEPS.getFirst());
            taken(camera.photograph(PATIENCE)).close();
            System.out.println(STEPS.getLast());
        }
    }

    private static Camera opened(String driver, String address) {
        var wish = new DriverCatalog.Wish(
                DeviceKind.CAMERA, driver, DeviceAddress.parse(address).orElseThrow(), Map.of());
        var host = new DeviceDriver.Host(Clock.systemUTC(), Ticker.SYSTEM);
        DriverCatalog catalog = DriverCatalog.installed(CameraProbe.class.getClassLoader());
        return switch (catalog.open(wish, Camera.class, host)) {
            case Opening.Opened<Camera> opened -> opened.device();
            case Opening.Refused<Camera> refused -> throw new IllegalStateException(refused.toString());
        };
    }
}
