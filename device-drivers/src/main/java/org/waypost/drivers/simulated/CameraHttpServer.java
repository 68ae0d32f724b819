package org.waypost.drivers.simulated;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A simulated camera on the network of this machine: every request is answered with its stream in parts. */
public final class CameraHttpServer implements Closeable {
    private static final System.Logger LOG = System.getLogger(CameraHttpServer.class.getName());
    private static final int LONGEST_REQUEST = 8_192;
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nCache-Control: no-store\r\nConnection: close\r\n"
            + "Content-Type: multipart/x-mixed-replace; boundary=" + CameraSimulator.BOUNDARY + "\r\n\r\n";

    private static final String REFUSAL =
            "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\nWWW-Authenticate: ";
    private static final Pattern AUTHORIZATION = Pattern.compile("(?im)^Authorization: (.*)$");

    private final CameraSimulator camera;
    private final ServerSocketChannel door;
    private volatile Optional<CameraGuard> guard = Optional.empty();

    /** Listens on a free port of the loopback interface. */
    public CameraHttpServer(CameraSimulator camera) throws IOException {
        this(camera, 0);
    }

    /** Listens on a port of the loopback interface. */
    public CameraHttpServer(CameraSimulator camera, int port) throws IOException {
        this.camera = camera;
        this.door = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofVirtual().name("waypost-simulated-camera-door").start(this::accept);
    }

    /** Such as {@code http://127.0.0.1:40123/stream}. */
    public String address() {
        return "http://127.0.0.1:" + door.socket().getLocalPort() + "/stream";
    }

    /** From now on only those are served whom the guard admits. */
    public void guard(CameraGuard admits) {
        guard = Optional.of(admits);
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel visitor = door.accept();
                Thread.ofVirtual().name("waypost-simulated-camera").start(() -> answer(visitor));
            }
        } catch (IOException closed) {
            LOG.log(System.Logger.Level.DEBUG, "the simulated camera takes no more visitors");
        }
    }

    private void answer(SocketChannel visitor) {
        try (visitor) {
            String request = whole(visitor);
            Optional<CameraGuard> refusing = guard.filter(admitting -> !admits(admitting, request));
            if (refusing.isPresent()) {
                String refusal = REFUSAL + refusing.get().wanted() + "\r\n\r\n";
                visitor.write(ByteBuffer.wrap(refusal.getBytes(US_ASCII)));
            } else if (!request.isEmpty()) {
                visitor.write(ByteBuffer.wrap(ANSWER.getBytes(US_ASCII)));
                camera.serve(visitor, CameraSimulator.Wrapping.PARTS);
            }
        } catch (IOException left) {
            LOG.log(System.Logger.Level.DEBUG, "a visitor of the simulated camera left");
        }
    }

    private static boolean admits(CameraGuard guard, String request) {
        Matcher said = AUTHORIZATION.matcher(request);
        String[] words = request.split(" ", 3);
        return words.length == 3 && guard.admits(words[0], words[1], said.find() ? said.group(1) : "");
    }

    /** Empty where the visitor left before its request was whole. */
    private static String whole(SocketChannel visitor) throws IOException {
        ByteBuffer request = ByteBuffer.allocate(LONGEST_REQUEST);
        while (request.hasRemaining() && visitor.read(request) >= 0) {
            String said = new String(request.array(), 0, request.position(), US_ASCII);
            if (said.endsWith("\r\n\r\n")) {
                return said;
            }
        }
        return "";
    }

    /** Takes no more visitors; streams that run end with the camera. */
    @Override
    public void close() throws IOException {
        door.close();
        camera.unplug();
    }
}
