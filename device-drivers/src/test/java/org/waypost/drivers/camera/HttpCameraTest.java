package org.waypost.drivers.camera;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.taken;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.simulated.CameraHttpServer;
import org.waypost.drivers.simulated.CameraScene;
import org.waypost.drivers.simulated.CameraSimulator;

/** A camera of the network, over loopback. */
class HttpCameraTest extends CameraContract {
    private final CameraSimulator simulator =
            new CameraSimulator(new CameraScene(320, 240), Duration.ofMillis(10), Ticker.SYSTEM);
    private CameraHttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = new CameraHttpServer(simulator);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Override
    protected Camera camera() {
        return camera(server.address());
    }

    private static Camera camera(String address) {
        return new MjpegCamera(new HttpStream(address, CameraLogin.NONE), Ticker.SYSTEM);
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
        "http://127.0.0.1:8080/stream, true",
        "http://[::1]/s, true",
        "http://192.168.4.20/video, true",
        "http://10.0.0.9:81/, true",
        "http://169.254.3.4/, true",
        "http://[fd00::5]/, true",
        "http://[fe80::1]/, true",
        "https://127.0.0.1/, false",
        "http://8.8.8.8/, false",
        "http://[2001:db8::1]/, false",
        "http://0.0.0.0/, false",
        "http://camera.local/, false",
        "http://localhost/, false",
        "http://user:secret@127.0.0.1/, false",
        "http:///stream, false",
        "rtsp://127.0.0.1/, false",
        "file:///etc/passwd, false",
        "127.0.0.1:80, false",
        "http://127.0.0.1 /, false"
    })
    void onlyAddressesOfTheTerminalsOwnNetworkAreAsked(String address, boolean asked) {
        assertEquals(asked, NearAddress.of("http", address).isPresent());
    }

    @Test
    void anAddressOfElsewhereIsRefused() {
        try (Camera camera = camera("http://203.0.113.7/stream")) {
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

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "503 Busy", "403 No", "302 Found\r\nLocation: http://127.0.0.1:1/"})
    void anAnswerOtherThanTheStreamIsOutOfService(String status) throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Camera camera = camera("http://127.0.0.1:" + door.getLocalPort() + "/")) {
            Thread.ofVirtual().start(() -> answer(door, "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n"));
            assertFault(Fault.OUT_OF_SERVICE, camera.preview(PATIENCE));
        }
    }

    private static void answer(ServerSocket door, String words) {
        try (Socket visitor = door.accept()) {
            visitor.getOutputStream().write(words.getBytes(US_ASCII));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    void theEndOfTheCameraIsTheEndOfTheConnection() throws InterruptedException {
        Camera camera = camera();
        taken(camera.preview(PATIENCE)).close();
        assertEquals(1, simulator.connections());
        camera.close();
        while (simulator.connections() > 0) {
            Thread.sleep(1);
        }
    }
}
