package org.waypost.drivers.camera;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;

/**
 * A camera that sends JPEG pictures, whatever it stands behind. The preview passes them through; only what a still
 * picture needs is decoded.
 */
public final class MjpegCamera implements Camera {
    /** So many pictures that cannot be decoded are no accident. */
    private static final int TORN_IS_ENOUGH = 10;

    private final OneConsumer consumer = new OneConsumer();
    private final CameraFeed feed;
    private final Ticker ticker;

    /** A live camera, opened by the first verb. */
    public MjpegCamera(PictureStream stream, Ticker ticker) {
        this(stream, Duration.ZERO, ticker);
    }

    /**
     * A source that would give its pictures as fast as they are taken.
     *
     * @param pace least time from one picture to the next
     */
    MjpegCamera(PictureStream stream, Duration pace, Ticker ticker) {
        this.feed = new CameraFeed(stream, pace, ticker);
        this.ticker = ticker;
    }

    @Override
    public Reading<Frame> preview(Duration patience) {
        return use(patience, feed::next);
    }

    @Override
    public Reading<Portrait> photograph(Duration patience) {
        return use(patience, this::settled);
    }

    private <T> Reading<T> use(Duration patience, LongFunction<Reading<T>> verb) {
        if (feed.isClosed()) {
            throw new IllegalStateException("the camera is closed");
        }
        return consumer.use(() -> verb.apply(ticker.nanos() + patience.toNanos()));
    }

    private Reading<Portrait> settled(long deadline) {
        Sitting sitting = new Sitting();
        while (true) {
            switch (feed.next(deadline)) {
                case Reading.Taken<Frame> taken -> {
                    Optional<Reading<Portrait>> end = sitting.look(taken.value());
                    if (end.isPresent()) {
                        return end.get();
                    }
                }
                case Reading.Nobody<Frame> nobody -> {
                    return new Reading.Nobody<>();
                }
                case Reading.Faulty<Frame> faulty -> {
                    return new Reading.Faulty<>(faulty.fault());
                }
            }
        }
    }

    /** The frames that were looked at for one picture. */
    private static final class Sitting {
        private final ExposureWatch exposure = new ExposureWatch();
        private int torn;

        /** What comes of it, if this frame ends it; closes the frame. */
        Optional<Reading<Portrait>> look(Frame frame) {
            try (frame) {
                if (ExposureWatch.isDiscarded(frame)) {
                    return Optional.empty();
                }
                OptionalDouble brightness = StillDecoder.brightness(frame);
                return brightness.isEmpty() ? torn() : judged(frame, exposure.look(brightness.getAsDouble()));
            }
        }

        private Optional<Reading<Portrait>> judged(Frame frame, ExposureWatch.Judgement judgement) {
            return switch (judgement) {
                case WAIT -> Optional.empty();
                case GIVE_UP -> Optional.of(new Reading.Faulty<>(Fault.LIGHT_UNSTEADY));
                case SETTLED ->
                    StillDecoder.decode(frame)
                            .<Reading<Portrait>>map(Reading.Taken::new)
                            .or(this::torn);
            };
        }

        private Optional<Reading<Portrait>> torn() {
            torn++;
            return torn < TORN_IS_ENOUGH ? Optional.empty() : Optional.of(new Reading.Faulty<>(Fault.LINK_UNRELIABLE));
        }
    }

    @Override
    public Optional<Delivery> delivery() {
        return feed.delivery();
    }

    @Override
    public void close() {
        feed.close();
    }
}
