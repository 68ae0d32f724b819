package org.waypost.drivers.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.simulated.CardImage;
import org.waypost.drivers.simulated.IdleHabit;
import org.waypost.drivers.simulated.LockstepLink;
import org.waypost.drivers.simulated.SamvCommand;
import org.waypost.drivers.simulated.SamvSimulator;
import org.waypost.drivers.simulated.SpecimenPortraitDecoder;
import org.waypost.drivers.simulated.WirePace;

/** A driver and a simulator in one thread under a clock of their own; counts how often the link was opened. */
final class SamvRig implements AutoCloseable {
    static final Duration POLL = Duration.ofMillis(300);

    final LockstepLink.LockstepTicker ticker = new LockstepLink.LockstepTicker();
    final SamvSimulator simulator;
    final SamvCardReader reader;
    int opened;
    boolean absent;
    Optional<Link> link = Optional.empty();

    SamvRig() {
        this(IdleHabit.KEEPS_REPORTING);
    }

    SamvRig(IdleHabit habit) {
        this(habit, WirePace.ofBaud(115_200), new SpecimenPortraitDecoder());
    }

    SamvRig(IdleHabit habit, WirePace pace, PortraitDecoder decoder) {
        simulator = new SamvSimulator(habit, pace);
        reader = new SamvCardReader(this::open, decoder, POLL, ticker);
    }

    private Link open() throws LinkLost {
        if (absent) {
            throw new LinkLost("absent");
        }
        opened++;
        link = Optional.of(new LockstepLink(simulator, ticker));
        return link.get();
    }

    Reading<Document> read() {
        return reader.read(Duration.ofSeconds(1));
    }

    Reading<Document> read(CardImage card) {
        simulator.place(card);
        return read();
    }

    Document taken() {
        return taken(read());
    }

    static Document taken(Reading<Document> reading) {
        return switch (reading) {
            case Reading.Taken<Document> taken -> taken.value();
            case Reading.Nobody<Document> nobody -> fail("expected a document, was " + nobody);
            case Reading.Faulty<Document> faulty -> fail("expected a document, was " + faulty);
        };
    }

    static void assertFault(Fault expected, Reading<Document> reading) {
        assertEquals(new Reading.Faulty<Document>(expected), reading);
    }

    static void assertNobody(Reading<Document> reading) {
        assertEquals(new Reading.Nobody<Document>(), reading);
    }

    /** Lets the field be seen empty until the next card may be read. */
    void lift() {
        simulator.remove();
        assertNobody(reader.read(Duration.ofSeconds(2)));
    }

    /** Closes the driver and makes sure that it never asked for more than it may. */
    @Override
    public void close() {
        reader.close();
        Set<SamvCommand> asked = Set.copyOf(simulator.commands());
        Set<SamvCommand> allowed =
                Set.of(SamvCommand.STATUS, SamvCommand.FIND, SamvCommand.SELECT, SamvCommand.READ_TEXT_PHOTO);
        if (!allowed.containsAll(asked)) {
            fail("the driver asked for " + asked);
        }
    }
}
