package org.waypost.drivers.mrz;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/**
 * Receives one message from a device that talks when it likes, or when it is prompted. What arrived before is drained;
 * what follows a message at once is thrown away. A message lasts 4 s at most; after a broken one the line must fall
 * silent. Used by one thread; {@link #close()} may come from another.
 */
final class Intake implements AutoCloseable {
    private final Manner manner;
    private final FrameScanner scanner;
    private final Ticker ticker;
    private final Line line;

    /**
     * How a device is listened to.
     *
     * @param stop what ends a prompt that brought nothing
     */
    record Manner(Parity parity, Duration idleGap, Optional<Prompt> prompt, Optional<Prompt> stop) {
        Manner {
            requireNonNull(parity);
            requireNonNull(idleGap);
            requireNonNull(prompt);
            requireNonNull(stop);
        }
    }

    Intake(Link.Opener opener, Manner manner, FrameScanner scanner, Ticker ticker) {
        this.manner = manner;
        this.scanner = scanner;
        this.ticker = ticker;
        this.line = new Line(opener, ticker);
    }

    /** Waits for a message to begin before the deadline, in nanoseconds of the ticker, and for its end. */
    Reading<String> takeUntil(long deadline) {
        if (line.isClosed()) {
            throw new IllegalStateException("the reader is closed");
        }
        try {
            Optional<Link> link = line.open(Duration.ofNanos(Math.max(0, deadline - ticker.nanos())));
            return link.isPresent() ? taken(link.get(), deadline) : new Reading.Faulty<>(line.lastFault());
        } catch (LinkLost lost) {
            line.fail(Fault.DEVICE_ABSENT);
            return new Reading.Faulty<>(Fault.DEVICE_ABSENT);
        } finally {
            scanner.reset();
        }
    }

    @Override
    public void close() {
        line.close();
    }

    private Reading<String> taken(Link link, long deadline) throws LinkLost {
        link.drain();
        Reading<String> outcome = new Exchange(link, manner, scanner, ticker, deadline).run();
        if (outcome instanceof Reading.Faulty<String> faulty && faulty.fault() == Fault.NO_ANSWER) {
            line.fail(Fault.NO_ANSWER);
        } else {
            line.answers();
        }
        return outcome;
    }
}
