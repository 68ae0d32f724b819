package org.waypost.kiosk;

import static java.lang.System.Logger.Level.ERROR;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.agent.encounter.MarriageCounter;
import org.waypost.agent.encounter.Party;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Health;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.idcard.CardReader;

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

    private final MarriageCounter counter;
    private final Supplier<CardReader> readers;
    private final DeviceLoop loop = new DeviceLoop("waypost-card-reader", this::once, this::letGo);
    private Optional<CardReader> reader = Optional.empty();
    private Optional<Party> last = Optional.empty();
    private final HealthMonitor monitor;

    /**
     * A loop at rest.
     *
     * @param counter waits for cards
     * @param readers makes a driver; it opens the device when it first reads
     * @param monitor keeps the reader's health, from one driver to the next
     */
    CardLoop(MarriageCounter counter, Supplier<CardReader> readers, HealthMonitor monitor) {
        this.counter = counter;
        this.readers = readers;
        this.monitor = monitor;
    }

    void start() {
        loop.start();
    }

    /** How the reader is; a card's own faults are the clerk's and not meant here. */
    Health health() {
        return monitor.health();
    }

    @Override
    public void close() {
        loop.close();
    }

    /** The top of the thread: a defect is told once for each time it happens, and the next card is read. */
    private Duration once() {
        try {
            counter.awaitsCardOf().ifPresent(this::readFor);
            return health().fault().filter(Fault.DRIVER_DEFECT::equals).isPresent() ? AFTER_DEFECT : REST;
        } catch (RuntimeException defect) {
            LOG.log(ERROR, "a card could not be taken in; the case goes on, lay the card down again", defect);
            return AFTER_DEFECT;
        }
    }

    private void letGo() {
        reader.ifPresent(CardReader::close);
    }

    private void readFor(Party party) {
        counter.present(readerFor(party).read(PATIENCE));
    }

    private CardReader readerFor(Party party) {
        if (party == Party.B && last.filter(Party.A::equals).isPresent()) {
            reader.ifPresent(CardReader::close);
            reader = Optional.empty();
        }
        last = Optional.of(party);
        CardReader open = reader.orElseGet(() -> CardReader.supervised(readers, monitor));
        reader = Optional.of(open);
        return open;
    }
}
