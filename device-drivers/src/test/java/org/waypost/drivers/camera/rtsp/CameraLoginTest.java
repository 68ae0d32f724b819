package org.waypost.drivers.camera.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.taken;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.drivers.camera.Camera;
import org.waypost.drivers.camera.CameraLogin;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Health;
import org.waypost.drivers.device.Opening;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.simulated.CameraGuard;
import org.waypost.drivers.simulated.CameraHttpServer;
import org.waypost.drivers.simulated.CameraRtspServer;
import org.waypost.drivers.simulated.CameraScene;
import org.waypost.drivers.simulated.CameraSimulator;

/** Cameras that want to be told who asks, by RTSP and HTTP, through the drivers' settings. */
class CameraLoginTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CameraSimulator simulator =
            new CameraSimulator(new CameraScene(320, 240), Duration.ofMillis(10), Ticker.SYSTEM);
    private final CameraRtspServer rtsp = new CameraRtspServer(simulator);
    private final CameraHttpServer http = new CameraHttpServer(simulator);

    CameraLoginTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        rtsp.close();
        http.close();
        assertEquals(List.of(), rtsp.complaints());
    }

    private void guarded(CameraGuard.Kind kind) {
        CameraGuard guard = new CameraGuard("terminal", "a secret:", kind);
        rtsp.guard(guard);
        http.guard(guard);
    }

    private Camera opened(String driver, String address, Map<String, String> given) {
        var wish = new DriverCatalog.Wish(
                DeviceKind.CAMERA, driver, DeviceAddress.parse(address).orElseThrow(), given);
        assertFalse(wish.toString().contains("secret"), "no log shows a password");
        var host = new DeviceDriver.Host(Clock.systemUTC(), Ticker.SYSTEM);
        var opening =
                DriverCatalog.installed(CameraLoginTest.class.getClassLoader()).open(wish, Camera.class, host);
        return ((Opening.Opened<Camera>) opening).device();
    }

    private Camera byRtsp(Map<String, String> given) {
        return opened("rtsp", rtsp.address(), given);
    }

    private Camera byHttp(Map<String, String> given) {
        return opened("mjpeg", "mjpeg:" + http.address(), given);
    }

    @ParameterizedTest
    @EnumSource(CameraGuard.Kind.class)
    void whoHasThePasswordSeesThePictures(CameraGuard.Kind kind) {
        guarded(kind);
        Map<String, String> right = Map.of("user", "terminal", "password", "a secret:");
        try (Camera camera = byRtsp(right)) {
            taken(camera.preview(PATIENCE)).close();
            taken(camera.preview(PATIENCE)).close();
        }
        try (Camera camera = byHttp(right)) {
            taken(camera.preview(PATIENCE)).close();
        }
    }

    @ParameterizedTest
    @EnumSource(CameraGuard.Kind.class)
    void whoHasNotIsNotAdmittedAndTheSettingsAreToBeCorrected(CameraGuard.Kind kind) {
        guarded(kind);
        for (Map<String, String> wrong :
                List.of(Map.<String, String>of(), Map.of("user", "terminal", "password", "another"))) {
            try (Camera camera = byRtsp(wrong)) {
                assertFault(Fault.NOT_ADMITTED, camera.preview(PATIENCE));
            }
            try (Camera camera = byHttp(wrong)) {
                assertFault(Fault.NOT_ADMITTED, camera.preview(PATIENCE));
            }
        }
        assertEquals(Health.Remedy.CORRECT_SETTINGS, Health.Remedy.of(Fault.NOT_ADMITTED));
    }

    @Test
    void aCameraThatAsksForNothingIsToldNothing() {
        try (Camera camera = byRtsp(Map.of("user", "terminal", "password", "a secret:"))) {
            taken(camera.preview(PATIENCE)).close();
        }
    }

    @Test
    void aPasswordGoesInTheClearOverTheNetworkOnlyWhereSettingsSaySo() {
        String basic = "Basic realm=\"camera\"";
        assertFalse(new CameraLogin("a", "b", false).answering(basic, false).isPresent());
        assertTrue(new CameraLogin("a", "b", false).answering(basic, true).isPresent());
        assertEquals(
                "Basic YTpi",
                new CameraLogin("a", "b", true)
                        .answering(basic, false)
                        .orElseThrow()
                        .header("GET", "/"));
        assertFalse(CameraLogin.NONE.answering(basic, true).isPresent());
        assertFalse(new CameraLogin("a", "secret", true).toString().contains("secret"));
    }
}
