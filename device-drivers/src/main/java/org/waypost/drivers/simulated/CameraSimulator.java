package org.waypost.drivers.simulated;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.Pipe;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.waypost.drivers.camera.CameraLost;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Ticker;

/**
 * A camera on the wire: a stream of real JPEG files of a drawn scene, to whoever connects. Faults are armed, the cable
 * is pulled and mended. Each connection switches the camera on anew: its light begins at frame 1. Safe for use by
 * several threads.
 */
public final class CameraSimulator {
    private static final System.Logger LOG = System.getLogger(CameraSimulator.class.getName());

    /** The string between the parts of an HTTP stream. */
    static final String BOUNDARY = "waypost";

    private final CameraScene scene;
    private final Duration pace;
    private final Ticker ticker;
    private final Deque<CameraFault> armed = new ArrayDeque<>();
    private final Set<WritableByteChannel> cables = new HashSet<>();
    private CameraLight light = CameraLight.STEADY;
    private boolean unplugged;

    /**
     * A camera.
     *
     * @param pace from one picture to the next; zero: as fast as they are taken
     */
    public CameraSimulator(CameraScene scene, Duration pace, Ticker ticker) {
        this.scene = scene;
        this.pace = pace;
        this.ticker = ticker;
    }

    /** A camera of 1280 x 720 at 15 pictures a second. */
    public CameraSimulator() {
        this(new CameraScene(1280, 720), Duration.ofMillis(66), Ticker.SYSTEM);
    }

    public synchronized void light(CameraLight other) {
        light = other;
    }

    /** Spoils the next picture that is not spoilt yet; calls add up. */
    public synchronized void arm(CameraFault fault) {
        armed.add(fault);
    }

    /** Spoils the next so many pictures in the same way. */
    public synchronized void arm(CameraFault fault, int times) {
        for (int i = 0; i < times; i++) {
            arm(fault);
        }
    }

    /** Pulls the cable: every stream ends, and nobody can connect. */
    public synchronized void unplug() {
        unplugged = true;
        cables.forEach(CameraSimulator::cut);
        cables.clear();
    }

    /** Mends the cable. */
    public synchronized void plug() {
        unplugged = false;
    }

    /** Streams that are open now. */
    public synchronized int connections() {
        return cables.size();
    }

    /** Connects through memory: bare pictures one after the other. */
    public ReadableByteChannel connect() throws CameraLost {
        try {
            Pipe pipe = Pipe.open();
            if (!plugged(pipe.sink())) {
                cut(pipe.source());
                throw new CameraLost(Fault.DEVICE_ABSENT, "the simulated cable is pulled");
            }
            Thread.ofVirtual().name("waypost-simulated-camera").start(() -> send(pipe.sink(), Wrapping.BARE));
            return pipe.source();
        } catch (IOException noPipe) {
            throw new CameraLost(Fault.DEVICE_ABSENT, "no pipe in memory");
        }
    }

    /**
     * Sends pictures in the caller's thread until the other end is closed, the cable is pulled or the stream ends by an
     * armed fault; closes the channel.
     */
    void serve(WritableByteChannel out, Wrapping wrapping) {
        if (plugged(out)) {
            send(out, wrapping);
        } else {
            cut(out);
        }
    }

    /** Sends bare pictures as {@code rpicam-vid} does; as {@link #serve(WritableByteChannel, Wrapping)}. */
    public void serve(WritableByteChannel out) {
        serve(out, Wrapping.BARE);
    }

    /** What stands between the pictures. */
    enum Wrapping {
        BARE,
        /** The parts of {@code multipart/x-mixed-replace}. */
        PARTS
    }

    private synchronized boolean plugged(WritableByteChannel out) {
        if (!unplugged) {
            cables.add(out);
        }
        return !unplugged;
    }

    private void send(WritableByteChannel out, Wrapping wrapping) {
        try (out) {
            for (long frame = 1; ; frame++) {
                CameraSending next = CameraSending.of(scene.jpeg(frame, percent(frame)), spent());
                ticker.pause(next.pause());
                if (next.isLast()) {
                    return;
                }
                write(out, next.bytes(), wrapping);
                ticker.pause(pace);
            }
        } catch (IOException otherEndClosed) {
            LOG.log(System.Logger.Level.DEBUG, "the simulated camera is not looked at any more");
        } finally {
            forget(out);
        }
    }

    private static void write(WritableByteChannel out, ByteBuffer picture, Wrapping wrapping) throws IOException {
        if (wrapping == Wrapping.PARTS) {
            String head = "\r\n--" + BOUNDARY + "\r\nContent-Type: image/jpeg\r\nContent-Length: ";
            write(out, US_ASCII.encode(head + picture.remaining() + "\r\n\r\n"));
        }
        write(out, picture);
    }

    private static void write(WritableByteChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private synchronized int percent(long frame) {
        return light.percent(frame);
    }

    private synchronized Optional<CameraFault> spent() {
        return Optional.ofNullable(armed.poll());
    }

    private synchronized void forget(WritableByteChannel out) {
        cables.remove(out);
    }

    private static void cut(Channel cable) {
        try {
            cable.close();
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "a simulated cable was gone already");
        }
    }
}
