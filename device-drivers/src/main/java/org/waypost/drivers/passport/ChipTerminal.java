package org.waypost.drivers.passport;

import java.time.Duration;
import java.util.function.Supplier;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Supervised;

/** A contactless or contact reader on which documents are laid. Used by one thread at a time. */
public interface ChipTerminal extends Device {
    /** A wait that lasts so much longer than its patience is given up: the PC/SC service does not answer any more. */
    Duration LONGEST_POWERING = Duration.ofSeconds(10);

    /**
     * Waits for a chip and powers it.
     *
     * @param patience how long; zero looks once
     * @return a channel that the caller closes; {@code Nobody} if none was laid down; {@code Faulty(DEVICE_ABSENT)} if
     *     there is no reader or no service: the next call looks anew; {@code Faulty(CARD_UNREADABLE)} if something lies
     *     there that cannot be powered
     */
    Reading<CardChannel> await(Duration patience);

    /** Does nothing by itself: a terminal holds nothing between two waits. */
    @Override
    default void close() {}

    /**
     * A terminal under supervision: its health goes to the monitor, a driver that hangs or throws is replaced. What a
     * chip does after it was powered is not the terminal's.
     *
     * @param drivers makes a driver, at first and after one that failed
     */
    static ChipTerminal supervised(Supplier<ChipTerminal> drivers, HealthMonitor monitor) {
        return new SupervisedChipTerminal(new Supervised<>(drivers, monitor));
    }
}
