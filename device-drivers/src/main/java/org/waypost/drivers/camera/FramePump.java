package org.waypost.drivers.camera;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Optional;
import org.waypost.drivers.camera.Camera.Delivery;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Ticker;

/**
 * Reads a camera from its opening to its loss and keeps the newest frame, so that none grows old in the buffers below.
 * Runs on a platform thread of its own: a capture that hangs in native code would take a carrier from all virtual
 * threads. A pump is used once.
 */
final class FramePump implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FramePump.class.getName());

    /** So many bytes without a picture are no late one but something else: more than ten usual ones. */
    private static final long BABBLE = 1 << 20;

    private final FrameSlot slot = new FrameSlot();
    private final PictureStream stream;
    private final Duration pace;
    private final Ticker ticker;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("waypost-camera").unstarted(this::run);
    private final FrameRate rate = new FrameRate();
    private volatile State state;
    private volatile Optional<Delivery> delivery = Optional.empty();
    private volatile Optional<ReadableByteChannel> channel = Optional.empty();
    private volatile Optional<JpegSplitter> reading = Optional.empty();
    private volatile boolean closed;

    /**
     * A pump.
     *
     * @param pace least time between two frames, for a source that gives them as fast as they are taken; else zero
     */
    FramePump(PictureStream stream, Duration pace, Ticker ticker) {
        this.stream = stream;
        this.pace = pace;
        this.ticker = ticker;
        this.state = new State.Opening(ticker.nanos());
    }

    /** Where a pump is. */
    sealed interface State {
        /** Since then. */
        record Opening(long nanos) implements State {}

        /** The last frame, or the opening, was then. */
        record Running(long nanos) implements State {}

        record Ended(Fault fault) implements State {}
    }

    void start() {
        thread.start();
    }

    State state() {
        return state;
    }

    Optional<Delivery> delivery() {
        return delivery;
    }

    Optional<Frame> take() {
        return slot.take();
    }

    /** Why no frame came for a while. */
    Fault silence() {
        boolean receives =
                reading.filter(splitter -> splitter.withoutPicture() > BABBLE).isPresent();
        return receives ? Fault.LINK_UNRELIABLE : Fault.NO_ANSWER;
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    private void run() {
        Fault fault = Fault.DEVICE_ABSENT;
        try (ReadableByteChannel open = stream.open();
                JpegSplitter splitter = new JpegSplitter()) {
            channel = Optional.of(open);
            reading = Optional.of(splitter);
            state = new State.Running(ticker.nanos());
            pump(open, splitter);
            lost("the stream ended");
        } catch (CameraLost lost) {
            lost(String.valueOf(lost.getMessage()));
            fault = lost.fault();
        } catch (IOException lost) {
            lost(lost.toString());
            fault = lost.getCause() instanceof CameraLost below ? below.fault() : fault;
        } catch (RuntimeException defect) {
            LOG.log(WARNING, "defect of the camera's driver", defect);
            fault = Fault.DRIVER_DEFECT;
        }
        state = new State.Ended(fault);
    }

    private void lost(String why) {
        if (!closed) {
            LOG.log(INFO, "no camera: {0}", why);
        }
    }

    private void pump(ReadableByteChannel open, JpegSplitter splitter) throws IOException, CameraLost {
        for (long number = 1; !closed; number++) {
            long began = ticker.nanos();
            Optional<JpegSplitter.Picture> picture = splitter.next(open);
            if (picture.isEmpty()) {
                return;
            }
            keep(picture.get(), new Frame.Moment(ticker.nanos(), number));
            ticker.pause(pace.minusNanos(ticker.nanos() - began));
        }
    }

    private void keep(JpegSplitter.Picture picture, Frame.Moment moment) {
        var header = picture.header();
        slot.put(Frame.of(header, picture.bytes(), moment));
        delivery = Optional.of(new Delivery(header.width(), header.height(), rate.after(moment.nanos())));
        state = new State.Running(moment.nanos());
    }

    /** Ends it; does not wait for a device that does not let go. Frames that nobody fetched are closed. */
    @Override
    public void close() {
        closed = true;
        slot.close();
        channel.ifPresent(FramePump::closeQuietly);
        thread.interrupt();
    }

    private static void closeQuietly(ReadableByteChannel open) {
        try {
            open.close();
        } catch (IOException alreadyLost) {
            LOG.log(INFO, "the camera was lost at its end: {0}", alreadyLost.toString());
        }
    }

    /** Waits for the device to let go. */
    void join(Duration patience) {
        try {
            thread.join(patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
