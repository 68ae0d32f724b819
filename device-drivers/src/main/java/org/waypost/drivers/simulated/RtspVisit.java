package org.waypost.drivers.simulated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.Optional;
import org.waypost.drivers.device.Ticker;

/** One visitor of a simulated camera, from its first request to its last. */
final class RtspVisit {
    private static final System.Logger LOG = System.getLogger(RtspVisit.class.getName());
    private static final String SESSION = "5A17";

    private final CameraRtspServer server;
    private final CameraSimulator camera;
    private final RtspPort port;
    private final SocketChannel visitor;
    private RtspMethod last = RtspMethod.TEARDOWN;
    private int number;

    RtspVisit(CameraRtspServer server, CameraSimulator camera, SocketChannel visitor) {
        this.server = server;
        this.camera = camera;
        this.visitor = visitor;
        this.port = new RtspPort(visitor);
    }

    /** Answers until the visitor leaves. */
    void answer() {
        try (visitor;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(visitor.socket().getInputStream(), ISO_8859_1))) {
            Optional<RtspRequest> request = RtspRequest.read(in);
            while (request.isPresent() && answer(request.get())) {
                request = RtspRequest.read(in);
            }
        } catch (IOException left) {
            LOG.log(System.Logger.Level.DEBUG, "a visitor of the simulated camera left");
        }
    }

    /** Whether the visit goes on. */
    private boolean answer(RtspRequest request) throws IOException {
        Optional<String> complaint = new RtspManners(
                        request, server.address(), ++number, server.guard().isPresent(), last)
                .complaint();
        if (complaint.isPresent()) {
            server.complain(complaint.get());
            port.send(RtspAnswer.to(request, 400).bytes());
            return false;
        }
        RtspMethod method = request.method().orElseThrow();
        Optional<CameraGuard> refusing = server.guard().filter(guard -> !admits(guard, request));
        if (refusing.isPresent()) {
            return port.send(RtspAnswer.to(request, 401)
                    .with("WWW-Authenticate", refusing.get().wanted())
                    .bytes());
        }
        boolean first = method != RtspMethod.OPTIONS || last == RtspMethod.TEARDOWN;
        last = first ? method : last;
        Optional<RtspFault> fault = server.spent(method);
        boolean stays = fault.isEmpty() || spoilt(answered(request, method), fault.get());
        if (fault.isEmpty()) {
            port.send(answered(request, method).bytes());
        }
        if (method == RtspMethod.PLAY && stays && isWell(fault)) {
            Thread.ofVirtual()
                    .name("waypost-simulated-camera")
                    .start(() -> camera.serve(pictures(), CameraSimulator.Wrapping.BARE));
        }
        return stays && method != RtspMethod.TEARDOWN;
    }

    private static boolean admits(CameraGuard guard, RtspRequest request) {
        return guard.admits(request.words().getFirst(), request.words().get(1), request.header("authorization"));
    }

    private WritableByteChannel pictures() {
        return switch (server.coding()) {
            case JPEG -> new RtpJpegChannel(port);
            case H264 -> new RtpH264Channel(port);
        };
    }

    private static boolean isWell(Optional<RtspFault> fault) {
        return fault.isEmpty() || fault.get() instanceof RtspFault.Header || fault.get() instanceof RtspFault.Drip;
    }

    private RtspAnswer answered(RtspRequest request, RtspMethod method) {
        RtspAnswer well = RtspAnswer.to(request, 200);
        return switch (method) {
            case OPTIONS -> well.with("Public", "OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN");
            case DESCRIBE ->
                well.with("Content-Type", "application/sdp")
                        .with("Content-Base", server.address() + "/")
                        .with(server.coding().description());
            case SETUP ->
                well.with("Session", SESSION + ";timeout=4")
                        .with("Transport", "RTP/AVP/TCP;unicast;interleaved=0-1;ssrc=00C0FFEE");
            case PLAY -> well.with("Session", SESSION).with("RTP-Info", "url=picture;seq=1;rtptime=0");
            case TEARDOWN -> well;
        };
    }

    private boolean spoilt(RtspAnswer answer, RtspFault fault) throws IOException {
        byte[] whole = answer.bytes();
        return switch (fault) {
            case RtspFault.Status other ->
                port.send(new RtspAnswer(other.code(), answer.headers(), "")
                        .with("Content-Length", "")
                        .bytes());
            case RtspFault.Header header ->
                port.send(answer.with(header.name(), header.value()).bytes());
            case RtspFault.Body body -> port.send(answer.with(body.text()).bytes());
            case RtspFault.Silence silence -> true;
            case RtspFault.CutAfter cut -> !port.send(whole, cut.bytes());
            case RtspFault.Endless endless -> endless(endless.text().getBytes(ISO_8859_1));
            case RtspFault.Drip drip -> dripped(whole, drip.millis());
            case RtspFault.Then then ->
                port.send(whole) && port.send(then.bytes().getBytes(ISO_8859_1));
        };
    }

    private boolean endless(byte[] text) throws IOException {
        while (visitor.isOpen()) {
            port.send(text);
        }
        return false;
    }

    private boolean dripped(byte[] whole, int millis) throws IOException {
        for (byte next : whole) {
            Ticker.SYSTEM.pause(Duration.ofMillis(millis));
            port.send(new byte[] {next});
        }
        return true;
    }
}
