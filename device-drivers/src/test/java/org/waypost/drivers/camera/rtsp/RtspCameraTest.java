package org.waypost.drivers.camera.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.taken;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waypost.drivers.camera.Camera;
import org.waypost.drivers.camera.CameraContract;
import org.waypost.drivers.camera.CameraLogin;
import org.waypost.drivers.camera.MjpegCamera;
import org.waypost.drivers.camera.NearAddress;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.simulated.CameraRtspServer;
import org.waypost.drivers.simulated.CameraScene;
import org.waypost.drivers.simulated.CameraSimulator;
import org.waypost.drivers.simulated.RtspMethod;

/** A camera of the network that speaks RTSP, over loopback. */
class RtspCameraTest extends CameraContract {
    private final CameraSimulator simulator =
            new CameraSimulator(new CameraScene(320, 240), Duration.ofMillis(10), Ticker.SYSTEM);
    private CameraRtspServer server;

    @BeforeEach
    void open() throws IOException {
        server = new CameraRtspServer(simulator);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        assertEquals(List.of(), server.complaints());
    }

    @Override
    protected Camera camera() {
        return camera(server.address());
    }

    private static Camera camera(String address) {
        return new MjpegCamera(new RtspStream(address, CameraLogin.NONE, Ticker.SYSTEM), Ticker.SYSTEM);
    }

    @Override
    protected void unplug() {
        simulator.unplug();
    }

    @Override
    protected void plug() {
        simulator.plug();
    }

    @ParameterizedTest
    @CsvSource({
        "rtsp://192.168.4.20/live, true",
        "rtsp://[fd00::5]:8554/a?b=c, true",
        "rtsps://192.168.4.20/live, false",
        "rtsp://user:secret@192.168.4.20/live, false",
        "rtsp://camera.local/live, false",
        "rtsp://8.8.8.8/live, false",
        "http://192.168.4.20/live, false"
    })
    void onlyAddressesOfTheTerminalsOwnNetworkAreAsked(String address, boolean asked) {
        assertEquals(asked, NearAddress.of("rtsp", address).isPresent());
    }

    @Test
    void anAddressWithAPasswordIsRefusedAndNoWordShowsIt() {
        RtspStream stream = new RtspStream("rtsp://user:secret@127.0.0.1/live", CameraLogin.NONE, Ticker.SYSTEM);
        assertFalse(stream.toString().contains("secret"));
        try (Camera camera = new MjpegCamera(stream, Ticker.SYSTEM)) {
            assertFault(Fault.ADDRESS_REFUSED, camera.preview(PATIENCE));
        }
    }

    @Test
    void nobodyWhoListensIsAnAbsentDevice() throws IOException {
        String address = server.address();
        server.close();
        try (Camera camera = camera(address)) {
            assertFault(Fault.DEVICE_ABSENT, camera.preview(PATIENCE));
        }
    }

    @Test
    void theSessionIsKeptUpAsLongAsPicturesAreTaken() {
        try (Camera camera = camera()) {
            while (server.heard().size() < 6) {
                taken(camera.preview(PATIENCE)).close();
            }
        }
        assertEquals(
                List.of(
                        RtspMethod.OPTIONS,
                        RtspMethod.DESCRIBE,
                        RtspMethod.SETUP,
                        RtspMethod.PLAY,
                        RtspMethod.OPTIONS,
                        RtspMethod.OPTIONS),
                server.heard().subList(0, 6));
    }

    @Test
    void theEndOfTheCameraIsSaidAndIsTheEndOfTheConnection() throws InterruptedException {
        Camera camera = camera();
        taken(camera.preview(PATIENCE)).close();
        assertEquals(1, simulator.connections());
        camera.close();
        while (simulator.connections() > 0 || !server.heard().contains(RtspMethod.TEARDOWN)) {
            Thread.sleep(1);
        }
        assertTrue(server.heard().contains(RtspMethod.TEARDOWN));
    }
}
