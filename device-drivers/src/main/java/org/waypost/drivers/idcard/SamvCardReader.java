package org.waypost.drivers.idcard;

import java.time.Duration;
import java.util.Optional;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.idcard.CardField.Seen;
import org.waypost.drivers.serial.Link;

/**
 * A reader that speaks SAM_V over a byte link: find, select, read, then wait until the card is lifted. No card is read
 * again before the field was empty three times in a row, whatever the reader's habit. One caller at a time;
 * {@link #close()} and {@link #identity()} may come from another thread.
 */
public final class SamvCardReader implements CardReader {
    private static final Duration LIFTING_POLL = Duration.ofMillis(500);

    private final SamvLine line;
    private final CardField field;
    private final CardPass pass;
    private final Duration poll;
    private final Ticker ticker;
    private volatile boolean closed;

    /** A reader of the usual settings. */
    public SamvCardReader(Link.Opener opener, PortraitDecoder decoder) {
        this(opener, decoder, SamvSettings.usual(), Ticker.SYSTEM);
    }

    /**
     * A reader; the link is opened by the first {@link #read}, and again after every loss.
     *
     * @param opener opens the link at the speed of the settings
     * @param decoder {@link PortraitDecoder#NONE} where there is none
     */
    public SamvCardReader(Link.Opener opener, PortraitDecoder decoder, SamvSettings settings, Ticker ticker) {
        this.line = new SamvLine(opener, settings, ticker);
        this.field = new CardField(line);
        this.poll = settings.poll();
        this.pass = new CardPass(line, field, new DocumentParser(decoder), poll, ticker);
        this.ticker = ticker;
    }

    @Override
    public Reading<Document> read(Duration patience) {
        requireOpen();
        long deadline = ticker.nanos() + patience.toNanos();
        try {
            while (true) {
                Optional<Reading<Document>> outcome = look(deadline);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
                ticker.pause(shorter(field.mustBeLifted() ? LIFTING_POLL : poll, untilThen(deadline)));
            }
        } finally {
            line.wipe();
        }
    }

    /** Asks the module for its number, for whoever provisions it; {@link SamvSettings#number()} may be empty then. */
    public Reading<SamNumber> number() {
        requireOpen();
        Optional<Fault> obstacle = line.ready(Duration.ZERO);
        if (obstacle.isPresent()) {
            return new Reading.Faulty<>(obstacle.get());
        }
        SamvReply reply = line.ask(SamvRequest.NUMBER);
        return reply instanceof SamvReply.Done done
                ? new Reading.Taken<>(SamNumber.of(done.data()))
                : new Reading.Faulty<>(reply.obstacle().orElse(Fault.COMMAND_REFUSED));
    }

    @Override
    public Identity identity() {
        return line.identity();
    }

    @Override
    public void close() {
        closed = true;
        line.close();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the card reader is closed");
        }
    }

    /** Looks for a card once; empty if there is time to look again. */
    private Optional<Reading<Document>> look(long deadline) {
        Optional<Fault> obstacle = line.ready(untilThen(deadline));
        if (obstacle.isPresent()) {
            return obstacle.map(Reading.Faulty::new);
        }
        return switch (field.look()) {
            case Seen.Empty empty -> nobodyAfter(deadline);
            case Seen.Occupied occupied -> field.mustBeLifted() ? nobodyAfter(deadline) : Optional.of(pass.read());
            case Seen.Unknown unknown -> Optional.of(failed(unknown.fault()));
        };
    }

    private Reading<Document> failed(Fault fault) {
        if (fault.actor() == Fault.Actor.CLERK) {
            field.done();
        } else {
            line.backOff(fault);
        }
        return new Reading.Faulty<>(fault);
    }

    private Optional<Reading<Document>> nobodyAfter(long deadline) {
        boolean over = untilThen(deadline).isZero() || Thread.currentThread().isInterrupted();
        return over ? Optional.of(new Reading.Nobody<>()) : Optional.empty();
    }

    private Duration untilThen(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - ticker.nanos()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
