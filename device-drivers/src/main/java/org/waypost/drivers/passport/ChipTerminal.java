package org.waypost.drivers.passport;

import java.time.Duration;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.Reading;

/** A contactless or contact reader on which documents are laid. Used by one thread at a time. */
public interface ChipTerminal extends Device {

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
}
