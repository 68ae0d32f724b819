package org.waypost.drivers.camera;

import java.time.Duration;
import java.util.Optional;
import org.waypost.drivers.camera.Camera.Delivery;
import org.waypost.drivers.device.Backoff;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;

/** The frames of a camera that may be lost and come back. Used by one thread; {@link #close()} from any. */
final class CameraFeed implements AutoCloseable {
    /** Oldest frame that is given: with an older one a person would be shown as she was. */
    static final Duration STALE = Duration.ofMillis(500);
    /** A camera that sent nothing for so long is lost; the slowest rate asked for is 5 a second. */
    static final Duration SILENCE = Duration.ofSeconds(2);
    /** Longest opening; a USB camera takes 1 to 2 s, the native libraries as long again at their first use. */
    static final Duration OPENING = Duration.ofSeconds(10);
    /** For a lost capture to let go before a second is begun beside it; OpenCV waits 10 s for a frame. */
    static final Duration LETTING_GO = Duration.ofSeconds(15);

    private static final Duration LOOK = Duration.ofMillis(4);

    private final PictureStream stream;
    private final Duration pace;
    private final Ticker ticker;
    private final Backoff backoff;
    private volatile Optional<FramePump> pump = Optional.empty();
    private Optional<FramePump> lost = Optional.empty();
    private long lostAt;
    private Fault fault = Fault.DEVICE_ABSENT;
    private volatile boolean closed;

    CameraFeed(PictureStream stream, Duration pace, Ticker ticker) {
        this.stream = stream;
        this.pace = pace;
        this.ticker = ticker;
        this.backoff = new Backoff(ticker);
    }

    boolean isClosed() {
        return closed;
    }

    Optional<Delivery> delivery() {
        return pump.flatMap(FramePump::delivery);
    }

    /** Waits until then for a frame that is not stale; as {@link Camera#preview}. */
    Reading<Frame> next(long deadline) {
        while (!closed) {
            Optional<Fault> obstacle = obstacle(deadline);
            if (obstacle.isPresent() && !closed) {
                return new Reading.Faulty<>(obstacle.get());
            }
            Optional<Frame> frame = pump.flatMap(FramePump::take).filter(this::isFresh);
            if (frame.isPresent()) {
                backoff.succeeded();
                return new Reading.Taken<>(frame.get());
            }
            if (isOver(deadline)) {
                break;
            }
            ticker.pause(LOOK);
        }
        return new Reading.Nobody<>();
    }

    private boolean isFresh(Frame frame) {
        boolean fresh = ticker.nanos() - frame.takenNanos() <= STALE.toNanos();
        if (!fresh) {
            frame.close();
        }
        return fresh;
    }

    private boolean isOver(long deadline) {
        return deadline - ticker.nanos() <= 0 || Thread.currentThread().isInterrupted();
    }

    /** Why no frame will come; opens the camera if it is not open. */
    private Optional<Fault> obstacle(long deadline) {
        if (pump.isEmpty() && !open(deadline)) {
            return closed || Thread.currentThread().isInterrupted() ? Optional.empty() : Optional.of(fault);
        }
        return pump.flatMap(this::failure).map(this::given);
    }

    private Optional<Fault> failure(FramePump running) {
        while (running.state() instanceof FramePump.State.Opening opening
                && !closed
                && !Thread.currentThread().isInterrupted()
                && !isPast(opening.nanos(), OPENING)) {
            ticker.pause(LOOK);
        }
        return switch (running.state()) {
            case FramePump.State.Opening opening -> silent(running, opening.nanos(), OPENING);
            case FramePump.State.Running well -> silent(running, well.nanos(), SILENCE);
            case FramePump.State.Ended ended -> Optional.of(ended.fault());
        };
    }

    private Optional<Fault> silent(FramePump running, long since, Duration limit) {
        return isPast(since, limit) ? Optional.of(running.silence()) : Optional.empty();
    }

    private boolean isPast(long since, Duration limit) {
        return ticker.nanos() - since > limit.toNanos();
    }

    /** Gives the camera up; it is opened anew after a pause. */
    private Fault given(Fault why) {
        fault = why;
        backoff.failed();
        lost = pump;
        lostAt = ticker.nanos();
        lost.ifPresent(FramePump::close);
        pump = Optional.empty();
        return why;
    }

    private boolean open(long deadline) {
        if (!backoff.await(Duration.ofNanos(deadline - ticker.nanos())) || isHeld() || closed) {
            return false;
        }
        FramePump opened = new FramePump(stream, pace, ticker);
        opened.start();
        pump = Optional.of(opened);
        if (closed) {
            opened.close();
        }
        return true;
    }

    /** Whether a capture that was given up still has the device. */
    private boolean isHeld() {
        return lost.filter(FramePump::isAlive).isPresent() && !isPast(lostAt, LETTING_GO);
    }

    /** Ends the camera, and a wait for a frame; returns when the device has let go, at the latest after a while. */
    @Override
    public void close() {
        closed = true;
        pump.ifPresent(running -> {
            running.close();
            running.join(SILENCE);
        });
    }
}
