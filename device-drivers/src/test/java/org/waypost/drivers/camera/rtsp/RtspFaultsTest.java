package org.waypost.drivers.camera.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.taken;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.camera.Camera;
import org.waypost.drivers.camera.CameraLogin;
import org.waypost.drivers.camera.Frame;
import org.waypost.drivers.camera.MjpegCamera;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.simulated.CameraFault;
import org.waypost.drivers.simulated.CameraRtspServer;
import org.waypost.drivers.simulated.CameraScene;
import org.waypost.drivers.simulated.CameraSimulator;
import org.waypost.drivers.simulated.RtspFault;
import org.waypost.drivers.simulated.RtspMethod;

/** What a camera that speaks RTSP may do wrong, on the wire: a fault each, and afterwards it is a camera again. */
class RtspFaultsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CameraSimulator simulator =
            new CameraSimulator(new CameraScene(320, 240), Duration.ofMillis(10), Ticker.SYSTEM);
    private CameraRtspServer server;
    private Camera camera;

    @BeforeEach
    void open() throws IOException {
        server = new CameraRtspServer(simulator);
        camera = new MjpegCamera(new RtspStream(server.address(), CameraLogin.NONE, Ticker.SYSTEM), Ticker.SYSTEM);
    }

    @AfterEach
    void close() throws IOException {
        camera.close();
        server.close();
        assertEquals(List.of(), server.complaints());
    }

    private void assertFaultAndThenWell(Fault fault) {
        assertFault(fault, camera.preview(PATIENCE));
        taken(camera.preview(PATIENCE)).close();
        assertEquals(2, server.visits());
    }

    @ParameterizedTest
    @EnumSource(
            value = RtspMethod.class,
            names = {"OPTIONS", "DESCRIBE", "SETUP", "PLAY"})
    void anyStatusButWellIsOutOfService(RtspMethod method) {
        server.arm(method, new RtspFault.Status(404));
        assertFaultAndThenWell(Fault.OUT_OF_SERVICE);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 454, 500, 201, 551})
    void whateverStatusItIs(int status) {
        server.arm(RtspMethod.DESCRIBE, new RtspFault.Status(status));
        assertFaultAndThenWell(Fault.OUT_OF_SERVICE);
    }

    /** Where it sends to listens a server that would notice. */
    @Test
    void aCameraThatSendsElsewhereIsNotFollowed() throws IOException {
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String there = "rtsp://127.0.0.1:" + elsewhere.getLocalPort() + "/";
            server.arm(RtspMethod.OPTIONS, new RtspFault.Header("Location", there));
            server.arm(RtspMethod.DESCRIBE, new RtspFault.Status(302));
            assertFaultAndThenWell(Fault.OUT_OF_SERVICE);
            assertNobodyCame(elsewhere);
        }
    }

    private static void assertNobodyCame(ServerSocket door) throws IOException {
        door.setSoTimeout(1);
        assertThrows(SocketTimeoutException.class, door::accept);
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                Arguments.of(RtspMethod.OPTIONS, new RtspFault.Header("CSeq", "77"), Fault.LINK_UNRELIABLE),
                Arguments.of(RtspMethod.OPTIONS, new RtspFault.CutAfter(0), Fault.DEVICE_ABSENT),
                Arguments.of(RtspMethod.DESCRIBE, new RtspFault.CutAfter(20), Fault.DEVICE_ABSENT),
                Arguments.of(RtspMethod.DESCRIBE, new RtspFault.CutAfter(150), Fault.DEVICE_ABSENT),
                Arguments.of(
                        RtspMethod.DESCRIBE,
                        new RtspFault.Header("Content-Length", "2147483647"),
                        Fault.LINK_UNRELIABLE),
                Arguments.of(
                        RtspMethod.DESCRIBE, new RtspFault.Header("Content-Length", "99999"), Fault.LINK_UNRELIABLE),
                Arguments.of(RtspMethod.DESCRIBE, new RtspFault.Header("Content-Length", "-5"), Fault.LINK_UNRELIABLE),
                Arguments.of(RtspMethod.DESCRIBE, new RtspFault.Header("Content-Length", "16384"), Fault.NO_ANSWER),
                Arguments.of(RtspMethod.DESCRIBE, new RtspFault.Endless("x"), Fault.LINK_UNRELIABLE),
                Arguments.of(RtspMethod.DESCRIBE, new RtspFault.Endless("$\1\0\4abcd"), Fault.NO_ANSWER),
                Arguments.of(RtspMethod.DESCRIBE, new RtspFault.Endless("RTSP/1.0 200 OK\r\n"), Fault.LINK_UNRELIABLE),
                Arguments.of(
                        RtspMethod.DESCRIBE,
                        new RtspFault.Body("v=0\r\nm=audio 0 RTP/AVP 0\r\n"),
                        Fault.OUT_OF_SERVICE),
                Arguments.of(RtspMethod.DESCRIBE, new RtspFault.Body(""), Fault.OUT_OF_SERVICE),
                Arguments.of(RtspMethod.DESCRIBE, new RtspFault.Silence(), Fault.NO_ANSWER),
                Arguments.of(RtspMethod.DESCRIBE, new RtspFault.Drip(100), Fault.NO_ANSWER),
                Arguments.of(
                        RtspMethod.SETUP,
                        new RtspFault.Header("Transport", "RTP/AVP;unicast;client_port=4588-4589"),
                        Fault.OUT_OF_SERVICE),
                Arguments.of(
                        RtspMethod.SETUP,
                        new RtspFault.Header("Transport", "RTP/AVP/TCP;unicast;interleaved=256-257"),
                        Fault.OUT_OF_SERVICE),
                Arguments.of(RtspMethod.SETUP, new RtspFault.Header("Session", ""), Fault.OUT_OF_SERVICE),
                Arguments.of(RtspMethod.SETUP, new RtspFault.Header("Session", "a b\tc"), Fault.OUT_OF_SERVICE),
                Arguments.of(RtspMethod.PLAY, new RtspFault.Then("no packet\r\n"), Fault.LINK_UNRELIABLE),
                Arguments.of(RtspMethod.PLAY, new RtspFault.Then("ANNOUNCE / RTSP/1.0\r\n"), Fault.LINK_UNRELIABLE),
                Arguments.of(RtspMethod.PLAY, new RtspFault.Then("$\0\u00FF\u00FFtoo short"), Fault.NO_ANSWER),
                Arguments.of(RtspMethod.PLAY, new RtspFault.Then(""), Fault.NO_ANSWER));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void aSpoiltAnswerIsAFaultAndNoMore(RtspMethod method, RtspFault spoilt, Fault fault) {
        server.arm(method, spoilt);
        assertFaultAndThenWell(fault);
    }

    @Test
    void packetsThatNeverMakeAPictureAreAnUnreliableLink() {
        taken(camera.preview(PATIENCE)).close();
        simulator.arm(new CameraFault.Endless(5_000_000), 8);
        assertFault(Fault.LINK_UNRELIABLE, untilFaulty());
    }

    static List<CameraFault> pictures() {
        return List.of(
                new CameraFault.Torn(3_000),
                new CameraFault.Torn(100),
                new CameraFault.Garbage(50_000),
                new CameraFault.Announced(20_480, 20_480),
                new CameraFault.Endless(5_000_000));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aSpoiltPictureCostsNoOther(CameraFault fault) {
        taken(camera.preview(PATIENCE)).close();
        simulator.arm(fault, 2);
        for (int i = 0; i < 20; i++) {
            try (Frame frame = taken(camera.preview(PATIENCE))) {
                assertEquals(320, frame.width());
            }
        }
        assertEquals(1, server.visits());
    }

    @Test
    void aCameraThatStopsSendingIsNoAnswerAndIsOpenedAgain() {
        taken(camera.preview(PATIENCE)).close();
        simulator.arm(new CameraFault.Silence(Duration.ofMinutes(5)));
        assertFault(Fault.NO_ANSWER, untilFaulty());
        taken(camera.preview(PATIENCE)).close();
    }

    @Test
    void aStreamThatEndsIsAnAbsentDeviceAndIsOpenedAgain() {
        taken(camera.preview(PATIENCE)).close();
        simulator.arm(new CameraFault.EndOfStream());
        assertFault(Fault.DEVICE_ABSENT, untilFaulty());
        taken(camera.preview(PATIENCE)).close();
    }

    private Reading<Frame> untilFaulty() {
        Reading<Frame> reading = camera.preview(PATIENCE);
        while (reading instanceof Reading.Taken<Frame> onTheWay) {
            onTheWay.value().close();
            reading = camera.preview(PATIENCE);
        }
        return reading;
    }
}
