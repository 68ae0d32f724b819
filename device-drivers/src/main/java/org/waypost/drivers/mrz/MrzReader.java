package org.waypost.drivers.mrz;

import java.time.Duration;
import java.util.function.Supplier;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Supervised;

/**
 * A reader of machine readable zones. One caller at a time; never throws for what a reader or a document may do.
 *
 * <p>What was swiped before a read began is thrown away: it may belong to the person before.
 */
public interface MrzReader extends Device {
    /**
     * A read that lasts so much longer than its patience is given up: a message lasts 4 s, the silence after a broken
     * one as long.
     */
    Duration LONGEST_READING = Duration.ofSeconds(15);

    /**
     * Waits for a document to be swiped and reads its zone.
     *
     * @param patience how long to wait for the swipe to begin; a swipe begun within it is finished
     * @return what came of the text; nobody, also if the same zone was delivered less than 3 s ago; or the fault
     */
    Reading<MrzOutcome> read(Duration patience);

    /**
     * A reader under supervision: its health goes to the monitor, a driver that hangs or throws is replaced.
     *
     * @param drivers makes a driver, at first and after one that failed
     */
    static MrzReader supervised(Supplier<MrzReader> drivers, HealthMonitor monitor) {
        return new SupervisedMrzReader(new Supervised<>(drivers, monitor));
    }
}
