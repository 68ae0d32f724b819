package org.waypost.drivers.idcard;

import static org.junit.jupiter.api.Assertions.fail;
import static org.waypost.drivers.device.Readings.assertNobody;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Readings;
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
    final LockstepLink.LockstepTicker ticker = new LockstepLink.LockstepTicker();
    final SamvSimulator simulator;
    final SamvSettings settings;
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
        this(new SamvSimulator(habit, pace), decoder, SamvSettings.usual());
    }

    SamvRig(SamvSimulator simulator, PortraitDecoder decoder, SamvSettings settings) {
        this.simulator = simulator;
        this.settings = settings;
        this.reader = new SamvCardReader(this::open, decoder, settings, ticker);
    }

    private Link open() throws LinkLost {
        if (absent) {
            throw new LinkLost("absent");
        }
        opened++;
        LockstepLink laid = new LockstepLink(simulator, ticker);
        laid.speed(settings.baud());
        link = Optional.of(laid);
        return laid;
    }

    Reading<Document> read() {
        return reader.read(Duration.ofSeconds(1));
    }

    Reading<Document> read(CardImage card) {
        simulator.place(card);
        return read();
    }

    Document taken() {
        return Readings.taken(read());
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
                EnumSet.of(SamvCommand.STATUS, SamvCommand.FIND, SamvCommand.SELECT, SamvCommand.READ_TEXT_PHOTO);
        settings.number().ifPresent(number -> allowed.add(SamvCommand.SAM_NUMBER));
        if (settings.haste() == SamvSettings.Haste.FASTEST) {
            allowed.add(SamvCommand.SET_BAUD_115200);
        }
        if (!allowed.containsAll(asked)) {
            fail("the driver asked for " + asked);
        }
    }
}
