package org.waypost.drivers.fingerprint;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.fingerprint.CaptureProgress.Stage.MayLift;
import org.waypost.drivers.fingerprint.CaptureProgress.Stage.PlaceFinger;
import org.waypost.drivers.fingerprint.Ef01Answer.Acknowledged;
import org.waypost.drivers.fingerprint.Ef01Answer.Failed;
import org.waypost.drivers.serial.Link;

/**
 * A module that speaks the EF 01 packet, as the camera for one finger. The session lasts from the first capture to
 * {@link #close()}: the module runs at 115200 baud meanwhile and is left at 57600. One caller at a time;
 * {@code close()} may come from another thread and waits until a capture has let go.
 */
public final class Ef01FingerprintReader implements FingerprintReader {
    /** Time between two looks for a finger; with the exchange itself, six or seven a second. */
    private static final Duration POLL = Duration.ofMillis(140);
    /** After so many poor images in a row the next one is taken as it is; the host says why it is poor. */
    private static final int POOR_IS_ENOUGH = 3;
    /** Longer than the longest transfer and what it takes to settle it. */
    private static final Duration LETTING_GO = Duration.ofSeconds(15);

    private final ReentrantLock inUse = new ReentrantLock();
    private final Ef01Line line;
    private final Ticker ticker;
    private volatile boolean closed;
    private boolean tellsPoorImages = true;

    /** A module as it leaves the factory. */
    public Ef01FingerprintReader(Link.Opener opener) {
        this(opener, Ef01Settings.usual(), Ticker.SYSTEM);
    }

    /**
     * A reader; the link is opened by the first {@link #capture}, and again after every loss.
     *
     * @param opener at any speed: the driver sets it
     */
    public Ef01FingerprintReader(Link.Opener opener, Ef01Settings settings, Ticker ticker) {
        this.line = new Ef01Line(opener, settings, ticker);
        this.ticker = ticker;
    }

    @Override
    public Reading<Fingerprint> capture(Duration patience, CaptureProgress progress) {
        long deadline = ticker.nanos() + patience.toNanos();
        inUse.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the fingerprint reader is closed");
            }
            return captured(deadline, progress);
        } finally {
            line.wipe();
            inUse.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        if (!letGo()) {
            line.cut();
            return;
        }
        try {
            line.leave();
        } finally {
            inUse.unlock();
        }
    }

    private boolean letGo() {
        try {
            return inUse.tryLock() || inUse.tryLock(LETTING_GO.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Reading<Fingerprint> captured(long deadline, CaptureProgress progress) {
        Optional<Fault> obstacle = line.ready(untilThen(deadline));
        if (obstacle.isPresent()) {
            return new Reading.Faulty<>(obstacle.get());
        }
        line.signal(LampSignal.READY);
        progress.reached(new PlaceFinger());
        return switch (finger(deadline)) {
            case Seen.Taken taken -> transferred(progress);
            case Seen.Nothing nothing -> ended(new Reading.Nobody<>());
            case Seen.Unclear unclear -> ended(new Reading.Faulty<>(Fault.FINGER_UNREADABLE));
            case Seen.Unknown unknown -> failed(unknown.fault());
        };
    }

    private Reading<Fingerprint> transferred(CaptureProgress progress) {
        progress.reached(new MayLift());
        line.signal(LampSignal.READING);
        Reading<Fingerprint> picture = line.picture(progress, this::isAbandoned);
        return switch (picture) {
            case Reading.Taken<Fingerprint> taken -> ended(taken);
            case Reading.Nobody<Fingerprint> abandoned -> abandoned;
            case Reading.Faulty<Fingerprint> faulty -> failed(faulty.fault());
        };
    }

    private Reading<Fingerprint> failed(Fault fault) {
        if (fault.actor() == Fault.Actor.CLERK) {
            return ended(new Reading.Faulty<>(fault));
        }
        line.backOff(fault);
        return new Reading.Faulty<>(fault);
    }

    private Reading<Fingerprint> ended(Reading<Fingerprint> outcome) {
        line.signal(outcome instanceof Reading.Nobody ? LampSignal.OFF : LampSignal.DONE);
        return outcome;
    }

    /** What the sensor saw. */
    private sealed interface Seen {
        /** A finger; its picture lies in the module. */
        record Taken() implements Seen {}

        record Nothing() implements Seen {}

        /** A finger of which there is no picture. */
        record Unclear() implements Seen {}

        record Unknown(Fault fault) implements Seen {}
    }

    /** Looks until there is a finger or no time left, at least once. */
    private Seen finger(long deadline) {
        int poor = 0;
        while (true) {
            Ef01Answer answer = look(poor >= POOR_IS_ENOUGH);
            Seen seen = seen(answer);
            if (isAbandoned()) {
                return new Seen.Nothing();
            }
            boolean over = !(seen instanceof Seen.Nothing || seen instanceof Seen.Unclear);
            if (over || untilThen(deadline).isZero()) {
                return seen;
            }
            poor = isPoor(answer) ? poor + 1 : 0;
            ticker.pause(shorter(POLL, untilThen(deadline)));
        }
    }

    private Ef01Answer look(boolean poorIsEnough) {
        if (!line.hasLamp() || !tellsPoorImages || poorIsEnough) {
            return line.ask(Ef01Instruction.TAKE_IMAGE);
        }
        Ef01Answer answer = line.ask(Ef01Instruction.TAKE_GOOD_IMAGE);
        if (answer instanceof Acknowledged refused && refused.code() == Ef01Code.UNSUPPORTED) {
            tellsPoorImages = false;
            return line.ask(Ef01Instruction.TAKE_IMAGE);
        }
        return answer;
    }

    private static Seen seen(Ef01Answer answer) {
        return switch (answer) {
            case Failed failed -> new Seen.Unknown(failed.fault());
            case Acknowledged acknowledged ->
                switch (acknowledged.code()) {
                    case DONE -> new Seen.Taken();
                    case NO_FINGER -> new Seen.Nothing();
                    case CAPTURE_FAILED, IMAGE_POOR -> new Seen.Unclear();
                    case PACKET_WRONG,
                            UPLOAD_FAILED,
                            CLEAR_FAILED,
                            PASSWORD_WRONG,
                            NO_IMAGE,
                            REGISTER_WRONG,
                            REGISTER_VALUE_WRONG,
                            ADDRESS_WRONG,
                            PASSWORD_NEEDED,
                            TIMED_OUT,
                            SENSOR_BROKEN,
                            UNSUPPORTED,
                            HARDWARE_BROKEN,
                            OTHER -> new Seen.Unknown(acknowledged.fault());
                };
        };
    }

    private static boolean isPoor(Ef01Answer answer) {
        return answer instanceof Acknowledged acknowledged && acknowledged.code() == Ef01Code.IMAGE_POOR;
    }

    private boolean isAbandoned() {
        return closed || Thread.currentThread().isInterrupted();
    }

    private Duration untilThen(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - ticker.nanos()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
