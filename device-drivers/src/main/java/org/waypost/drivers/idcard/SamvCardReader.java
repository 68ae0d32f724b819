package org.waypost.drivers.idcard;

import java.time.Duration;
import java.util.Optional;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;

/**
 * A reader that speaks SAM_V over a byte link at 115200 baud or less: find, select, read, then wait until the card is
 * lifted. Some readers go on reporting a card that lies there, some report it once; both are handled alike, because no
 * card is read again before the field was empty three times in a row. One caller at a time; {@link #close()} may come
 * from another thread.
 */
public final class SamvCardReader implements CardReader {
    private static final Duration USUAL_POLL = Duration.ofMillis(300);
    private static final Duration LIFTING_POLL = Duration.ofMillis(500);
    private static final int EMPTY_IS_LIFTED = 3;
    private static final int STARTS = 3;

    private final SamvLine line;
    private final DocumentParser parser;
    private final Duration poll;
    private final Ticker ticker;
    private volatile boolean closed;
    private boolean mustBeLifted;
    private int emptyInARow;

    /** A reader asked every 300 ms. */
    public SamvCardReader(Link.Opener opener, PortraitDecoder decoder) {
        this(opener, decoder, USUAL_POLL, Ticker.SYSTEM);
    }

    /**
     * A reader; the link is opened by the first {@link #read}, and again after every loss.
     *
     * @param decoder {@link PortraitDecoder#NONE} where there is none
     * @param poll time between two looks for a card, 300 ms to 1 s by the makers' habit
     */
    public SamvCardReader(Link.Opener opener, PortraitDecoder decoder, Duration poll, Ticker ticker) {
        this.line = new SamvLine(opener, ticker);
        this.parser = new DocumentParser(decoder);
        this.poll = poll;
        this.ticker = ticker;
    }

    @Override
    public Reading<Document> read(Duration patience) {
        if (closed) {
            throw new IllegalStateException("the card reader is closed");
        }
        long deadline = ticker.nanos() + patience.toNanos();
        try {
            while (true) {
                Optional<Reading<Document>> outcome = look(deadline);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
                ticker.pause(shorter(mustBeLifted ? LIFTING_POLL : poll, untilThen(deadline)));
            }
        } finally {
            line.wipe();
        }
    }

    @Override
    public void close() {
        closed = true;
        line.close();
    }

    /** Looks for a card once; empty if there is time to look again. */
    private Optional<Reading<Document>> look(long deadline) {
        Optional<Fault> obstacle = line.ready(untilThen(deadline));
        if (obstacle.isPresent()) {
            return obstacle.map(Reading.Faulty::new);
        }
        return switch (find()) {
            case Field.Empty empty -> nobodyAfter(deadline);
            case Field.Occupied occupied -> mustBeLifted ? nobodyAfter(deadline) : Optional.of(readCard());
            case Field.Unknown unknown -> Optional.of(failed(unknown.fault()));
        };
    }

    private Reading<Document> failed(Fault fault) {
        if (fault.actor() == Fault.Actor.CLERK) {
            mustBeLifted = true;
        } else {
            line.backOff(fault);
        }
        return new Reading.Faulty<>(fault);
    }

    private Optional<Reading<Document>> nobodyAfter(long deadline) {
        boolean over = untilThen(deadline).isZero() || Thread.currentThread().isInterrupted();
        return over ? Optional.of(new Reading.Nobody<>()) : Optional.empty();
    }

    /** What lies on the reader. */
    private sealed interface Field {
        record Empty() implements Field {}

        record Occupied() implements Field {}

        record Unknown(Fault fault) implements Field {}
    }

    private Field find() {
        return switch (line.ask(SamvRequest.FIND)) {
            case SamvReply.Done done -> seenOccupied();
            case SamvReply.NoCard noCard -> seenEmpty();
            case SamvReply.StartOver startOver -> new Field.Unknown(startOver.fault());
            case SamvReply.GiveUp giveUp -> new Field.Unknown(giveUp.fault());
        };
    }

    private Field seenEmpty() {
        emptyInARow++;
        if (emptyInARow >= EMPTY_IS_LIFTED) {
            mustBeLifted = false;
        }
        return new Field.Empty();
    }

    private Field seenOccupied() {
        emptyInARow = 0;
        return new Field.Occupied();
    }

    /** Selects and reads, at most three times; after that the card must be lifted whatever came of it. */
    private Reading<Document> readCard() {
        mustBeLifted = true;
        Attempt attempt = selectAndRead();
        for (int start = 1; start < STARTS && attempt instanceof Attempt.Repeatable && foundAgain(); start++) {
            attempt = selectAndRead();
        }
        return switch (attempt) {
            case Attempt.Final last -> last.outcome();
            case Attempt.Repeatable repeatable -> new Reading.Faulty<>(repeatable.fault());
        };
    }

    /** One pass of select and read. */
    private sealed interface Attempt {
        record Final(Reading<Document> outcome) implements Attempt {}

        record Repeatable(Fault fault) implements Attempt {}
    }

    private Attempt selectAndRead() {
        return switch (line.ask(SamvRequest.SELECT)) {
            case SamvReply.Done done -> readSelected();
            case SamvReply.NoCard noCard -> new Attempt.Repeatable(Fault.CARD_MOVED);
            case SamvReply.StartOver startOver -> new Attempt.Repeatable(startOver.fault());
            case SamvReply.GiveUp giveUp -> ended(giveUp.fault());
        };
    }

    private Attempt readSelected() {
        return switch (line.ask(SamvRequest.READ)) {
            case SamvReply.Done done -> new Attempt.Final(document(CardRecord.filtered(done.data())));
            case SamvReply.NoCard noCard -> new Attempt.Repeatable(Fault.CARD_MOVED);
            case SamvReply.StartOver startOver -> new Attempt.Repeatable(startOver.fault());
            case SamvReply.GiveUp giveUp -> ended(giveUp.fault());
        };
    }

    private Reading<Document> document(CardRecord.Filtered filtered) {
        return switch (filtered) {
            case CardRecord.Filtered.Usable usable -> parser.parse(usable.content());
            case CardRecord.Filtered.Wiped wiped -> new Reading.Faulty<>(wiped.fault());
        };
    }

    private static Attempt ended(Fault fault) {
        return new Attempt.Final(new Reading.Faulty<>(fault));
    }

    /** Waits for the card to be seen again, until the field was empty three times. */
    private boolean foundAgain() {
        Field field = find();
        while (field instanceof Field.Empty && mustBeLifted) {
            ticker.pause(poll);
            field = find();
        }
        return field instanceof Field.Occupied;
    }

    private Duration untilThen(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - ticker.nanos()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
