package org.waypost.drivers.idcard;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.idcard.CardField.Seen;

/**
 * The reading of one card that has been found: select and read, from the start again where the module asks for it. The
 * frame's check is an XOR, blind to two errors in one bit column: where the line was damaged lately, or the content
 * contradicts itself, only what was read twice alike is delivered.
 */
final class CardPass {
    private static final int STARTS = 3;
    private static final int READINGS = 3;

    private final SamvLine line;
    private final CardField field;
    private final DocumentParser parser;
    private final Duration poll;
    private final Ticker ticker;

    CardPass(SamvLine line, CardField field, DocumentParser parser, Duration poll, Ticker ticker) {
        this.line = line;
        this.field = field;
        this.parser = parser;
        this.poll = poll;
        this.ticker = ticker;
    }

    /** Reads the card found just now; after that it must be lifted whatever came of it. */
    Reading<Document> read() {
        field.done();
        return switch (started()) {
            case Attempt.Read read -> read.isDoubtful() || line.isDoubtful() ? confirmed(read) : read.delivered();
            case Attempt.Final last -> new Reading.Faulty<>(last.fault());
            case Attempt.Repeatable repeatable -> new Reading.Faulty<>(repeatable.fault());
        };
    }

    /** One pass of select and read. */
    private sealed interface Attempt {

        /**
         * A document.
         *
         * @param digest of all bytes kept
         */
        record Read(Document document, String digest) implements Attempt {
            Reading<Document> delivered() {
                return new Reading.Taken<>(document);
            }

            /** What a card seldom has and a damaged frame often. */
            boolean isDoubtful() {
                return !document.discrepancies().isEmpty() || document.name().contains("  ");
            }
        }

        record Final(Fault fault) implements Attempt {}

        record Repeatable(Fault fault) implements Attempt {}
    }

    private Attempt started() {
        Attempt attempt = selectAndRead();
        for (int start = 1;
                start < STARTS && attempt instanceof Attempt.Repeatable && foundAgain() instanceof Seen.Occupied;
                start++) {
            attempt = selectAndRead();
        }
        return attempt;
    }

    /** A card that is not found again cannot be read twice: it is delivered with a mark that says so. */
    private Reading<Document> confirmed(Attempt.Read first) {
        Set<String> digests = new HashSet<>();
        Attempt attempt = first;
        for (int reading = 1; attempt instanceof Attempt.Read read && digests.add(read.digest()); reading++) {
            if (reading == READINGS) {
                read.document().close();
                return new Reading.Faulty<>(Fault.LINK_UNRELIABLE);
            }
            switch (foundAgain()) {
                case Seen.Empty empty -> {
                    return new Reading.Taken<>(read.document().readOnce());
                }
                case Seen.Occupied occupied -> read.document().close();
                case Seen.Unknown unknown -> {
                    read.document().close();
                    return new Reading.Faulty<>(unknown.fault());
                }
            }
            attempt = started();
        }
        return switch (attempt) {
            case Attempt.Read read -> read.delivered();
            case Attempt.Final last -> new Reading.Faulty<>(last.fault());
            case Attempt.Repeatable repeatable -> new Reading.Faulty<>(repeatable.fault());
        };
    }

    private Attempt selectAndRead() {
        return switch (line.ask(SamvRequest.SELECT)) {
            case SamvReply.Done done -> readSelected();
            case SamvReply.NoCard noCard -> new Attempt.Repeatable(Fault.CARD_MOVED);
            case SamvReply.StartOver startOver -> new Attempt.Repeatable(startOver.fault());
            case SamvReply.GiveUp giveUp -> new Attempt.Final(giveUp.fault());
        };
    }

    private Attempt readSelected() {
        return switch (line.ask(SamvRequest.READ)) {
            case SamvReply.Done done -> document(CardRecord.filtered(done.data()));
            case SamvReply.NoCard noCard -> new Attempt.Repeatable(Fault.CARD_MOVED);
            case SamvReply.StartOver startOver -> new Attempt.Repeatable(startOver.fault());
            case SamvReply.GiveUp giveUp -> new Attempt.Final(giveUp.fault());
        };
    }

    private Attempt document(CardRecord.Filtered filtered) {
        return switch (filtered) {
            case CardRecord.Filtered.Usable usable -> parsed(usable.content());
            case CardRecord.Filtered.Wiped wiped -> new Attempt.Final(wiped.fault());
        };
    }

    private Attempt parsed(CardRecord card) {
        return switch (parser.parse(card)) {
            case Reading.Taken<Document> taken -> new Attempt.Read(taken.value(), card.digest());
            case Reading.Nobody<Document> nobody -> new Attempt.Final(Fault.CARD_UNREADABLE);
            case Reading.Faulty<Document> faulty -> new Attempt.Final(faulty.fault());
        };
    }

    /** Waits for the card to be seen again, until the field was empty three times. */
    private Seen foundAgain() {
        Seen seen = field.look();
        while (seen instanceof Seen.Empty && field.mustBeLifted()) {
            ticker.pause(poll);
            seen = field.look();
        }
        return seen;
    }
}
