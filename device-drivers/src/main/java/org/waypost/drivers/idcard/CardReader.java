package org.waypost.drivers.idcard;

import java.time.Duration;
import java.util.function.Supplier;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Supervised;

/**
 * A reader of ID cards. One caller at a time; never throws for what a reader or a card may do.
 *
 * <p>A card that was delivered, or that failed to be read, must be lifted before the next read begins: until then the
 * reader answers {@link Reading.Nobody}.
 */
public interface CardReader extends Device {
    /** A read that lasts so much longer than its patience is given up; 9600 baud and repetitions stay far below. */
    Duration LONGEST_READING = Duration.ofSeconds(30);

    /**
     * Waits for a card and reads it.
     *
     * @param patience how long to wait for a card to be laid down; reading begun within it is finished
     * @return the document, which the caller owns and closes; nobody; or the fault
     */
    Reading<Document> read(Duration patience);

    /**
     * A reader under supervision: its health goes to the monitor, a driver that hangs or throws is replaced.
     *
     * @param drivers makes a driver, at first and after one that failed
     */
    static CardReader supervised(Supplier<CardReader> drivers, HealthMonitor monitor) {
        return new SupervisedCardReader(new Supervised<>(drivers, monitor));
    }
}
