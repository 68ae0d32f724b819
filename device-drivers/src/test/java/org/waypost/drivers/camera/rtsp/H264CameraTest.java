package org.waypost.drivers.camera.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.device.Readings.taken;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waypost.drivers.camera.Camera;
import org.waypost.drivers.camera.CameraContract;
import org.waypost.drivers.camera.CameraLogin;
import org.waypost.drivers.camera.Frame;
import org.waypost.drivers.camera.MjpegCamera;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.simulated.CameraFault;
import org.waypost.drivers.simulated.CameraRtspServer;
import org.waypost.drivers.simulated.CameraScene;
import org.waypost.drivers.simulated.CameraSimulator;
import org.waypost.drivers.simulated.RtspCoding;

/** A camera of the network that sends H.264, over loopback. */
class H264CameraTest extends CameraContract {
    private static final int TOLERANCE = 4;

    private final CameraScene scene = new CameraScene(320, 240);
    private final CameraSimulator simulator = new CameraSimulator(scene, Duration.ofMillis(10), Ticker.SYSTEM);
    private CameraRtspServer server;

    @BeforeEach
    void open() throws IOException {
        server = new CameraRtspServer(simulator, RtspCoding.H264, 0);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        assertEquals(List.of(), server.complaints());
    }

    @Override
    protected Camera camera() {
        return new MjpegCamera(new RtspStream(server.address(), CameraLogin.NONE, Ticker.SYSTEM), Ticker.SYSTEM);
    }

    @Override
    protected void unplug() {
        simulator.unplug();
    }

    @Override
    protected void plug() {
        simulator.plug();
    }

    /** The scene's background is 0.7, 0.7, 0.75 of the brightest just below its marks. */
    @Test
    void thePictureHasTheColoursThatWereSent() {
        try (Camera camera = camera();
                Portrait portrait = taken(camera.photograph(PATIENCE))) {
            assertColour(portrait, 0, 178);
            assertColour(portrait, 1, 178);
            assertColour(portrait, 2, 191);
        }
    }

    private static void assertColour(Portrait portrait, int part, int expected) {
        long at = 3L * (portrait.width() * 40L + 300) + part;
        int found = portrait.pixels().get(ValueLayout.JAVA_BYTE, at) & 0xFF;
        assertTrue(Math.abs(found - expected) < TOLERANCE, "part " + part + " is " + found);
    }

    static List<CameraFault> pictures() {
        return List.of(
                new CameraFault.Torn(3_000),
                new CameraFault.Torn(100),
                new CameraFault.Garbage(50_000),
                new CameraFault.Endless(2_000_000));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aSpoiltPictureCostsNoOther(CameraFault fault) {
        try (Camera camera = camera()) {
            taken(camera.preview(PATIENCE)).close();
            simulator.arm(fault, 2);
            for (int i = 0; i < 20; i++) {
                try (Frame frame = taken(camera.preview(PATIENCE))) {
                    assertEquals(320, frame.width());
                }
            }
            assertEquals(1, server.visits());
        }
    }
}
