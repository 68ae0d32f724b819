package org.waypost.drivers.mrz;

import java.time.Duration;
import java.util.function.Supplier;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Supervised;

/**
 * A reader of QR codes and bar codes, for appointment codes only. One caller at a time; never throws for what a reader
 * or a code may do. What was shown before a read began is thrown away.
 */
public interface CodeReader extends Device {
    /**
     * A read that lasts so much longer than its patience is given up: a message lasts 4 s, the silence after a broken
     * one as long.
     */
    Duration LONGEST_READING = Duration.ofSeconds(15);

    /**
     * Waits for a code.
     *
     * @param patience how long to wait for the code to be shown
     * @return what came of it; nobody, also while the same code is shown that was delivered less than 3 s ago; or the
     *     fault
     */
    Reading<CodeOutcome> read(Duration patience);

    /**
     * A reader under supervision: its health goes to the monitor, a driver that hangs or throws is replaced.
     *
     * @param drivers makes a driver, at first and after one that failed
     */
    static CodeReader supervised(Supplier<CodeReader> drivers, HealthMonitor monitor) {
        return new SupervisedCodeReader(new Supervised<>(drivers, monitor));
    }
}
