package org.waypost.drivers.simulated;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A simulated camera on the network of this machine that speaks RTSP, with RTP packets within the connection (RFC
 * 2326). It is strict: a visitor that says anything out of order is refused, and {@link #complaints()} tell what it
 * said. Faults of the dialogue are armed here, those of pictures on the camera. Safe for use by several threads.
 */
public final class CameraRtspServer implements Closeable {
    private static final System.Logger LOG = System.getLogger(CameraRtspServer.class.getName());

    private final CameraSimulator camera;
    private final RtspCoding coding;
    private final ServerSocketChannel door;
    private final Map<RtspMethod, Deque<RtspFault>> armed = new EnumMap<>(RtspMethod.class);
    private final List<String> complaints = new ArrayList<>();
    private final List<RtspMethod> heard = new ArrayList<>();
    private int visits;
    private volatile Optional<CameraGuard> guard = Optional.empty();

    /** Listens on a free port of the loopback interface. */
    public CameraRtspServer(CameraSimulator camera) throws IOException {
        this(camera, RtspCoding.JPEG, 0);
    }

    /**
     * Listens on a port of the loopback interface.
     *
     * @param port 0: a free one
     */
    public CameraRtspServer(CameraSimulator camera, RtspCoding coding, int port) throws IOException {
        this.camera = camera;
        this.coding = coding;
        this.door = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofVirtual().name("waypost-simulated-camera-door").start(this::accept);
    }

    /** Such as {@code rtsp://127.0.0.1:40123/stream}. */
    public String address() {
        return "rtsp://127.0.0.1:" + door.socket().getLocalPort() + "/stream";
    }

    RtspCoding coding() {
        return coding;
    }

    /** Spoils the next answer to a method; calls add up. */
    public synchronized void arm(RtspMethod method, RtspFault fault) {
        armed.computeIfAbsent(method, first -> new ArrayDeque<>()).add(fault);
    }

    /** From now on only those are served whom the guard admits. */
    public void guard(CameraGuard admits) {
        guard = Optional.of(admits);
    }

    Optional<CameraGuard> guard() {
        return guard;
    }

    /** What visitors said that no camera need understand. */
    public synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What visitors asked for, in order. */
    public synchronized List<RtspMethod> heard() {
        return List.copyOf(heard);
    }

    /** Visitors so far. */
    public synchronized int visits() {
        return visits;
    }

    synchronized Optional<RtspFault> spent(RtspMethod method) {
        heard.add(method);
        return Optional.ofNullable(
                armed.getOrDefault(method, new ArrayDeque<>()).poll());
    }

    synchronized void complain(String what) {
        complaints.add(what);
    }

    private synchronized void count() {
        visits++;
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel visitor = door.accept();
                count();
                Thread.ofVirtual()
                        .name("waypost-simulated-camera")
                        .start(() -> new RtspVisit(this, camera, visitor).answer());
            }
        } catch (IOException closed) {
            LOG.log(System.Logger.Level.DEBUG, "the simulated camera takes no more visitors");
        }
    }

    /** Takes no more visitors; streams that run end with the camera. */
    @Override
    public void close() throws IOException {
        door.close();
        camera.unplug();
    }
}
