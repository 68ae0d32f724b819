package org.waypost.kiosk;

import static java.lang.System.Logger.Level.ERROR;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.agent.encounter.MarriageCounter;
import org.waypost.agent.encounter.Party;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.idcard.CardReader;
import org.waypost.drivers.idcard.Document;

/**
 * Reads a card when a case waits for one and at no other time, on one virtual thread. A driver reads no second card
 * before it saw the first one lifted; since nobody looks between two turns, the second party's turn begins with a fresh
 * driver, and the counter itself tells the first party's card if it still lies there. Started once, closed once.
 */
final class CardLoop implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CardLoop.class.getName());
    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final Duration REST = Duration.ofMillis(50);
    private static final Duration AFTER_DEFECT = Duration.ofSeconds(1);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

    private final MarriageCounter counter;
    private final Supplier<CardReader> readers;
    private final Thread thread = Thread.ofVirtual().name("waypost-card-reader").unstarted(this::run);
    private Optional<CardReader> reader = Optional.empty();
    private Optional<Party> last = Optional.empty();
    private volatile Optional<Fault> fault = Optional.empty();

    /**
     * A loop at rest.
     *
     * @param counter waits for cards
     * @param readers makes a driver; it opens the device when it first reads
     */
    CardLoop(MarriageCounter counter, Supplier<CardReader> readers) {
        this.counter = counter;
        this.readers = readers;
    }

    void start() {
        thread.start();
    }

    /** What ailed the reader when it was asked last; a card's own faults are the clerk's and not meant here. */
    Optional<Fault> fault() {
        return fault;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(CLOSE_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(once());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        reader.ifPresent(CardReader::close);
    }

    /** The top of the thread: a defect is told once for each time it happens, and the next card is read. */
    private Duration once() {
        try {
            counter.awaitsCardOf().ifPresent(this::readFor);
            return REST;
        } catch (RuntimeException defect) {
            LOG.log(ERROR, "a card could not be taken in; the case goes on, lay the card down again", defect);
            return AFTER_DEFECT;
        }
    }

    private void readFor(Party party) {
        Reading<Document> reading = readerFor(party).read(PATIENCE);
        note(reading);
        counter.present(reading);
    }

    private CardReader readerFor(Party party) {
        if (party == Party.B && last.filter(Party.A::equals).isPresent()) {
            reader.ifPresent(CardReader::close);
            reader = Optional.empty();
        }
        last = Optional.of(party);
        CardReader open = reader.orElseGet(readers);
        reader = Optional.of(open);
        return open;
    }

    private void note(Reading<Document> reading) {
        fault = switch (reading) {
            case Reading.Taken<Document> taken -> Optional.empty();
            case Reading.Nobody<Document> nobody -> Optional.empty();
            case Reading.Faulty<Document> faulty ->
                Optional.of(faulty.fault()).filter(found -> found.actor() != Fault.Actor.CLERK);
        };
    }
}
