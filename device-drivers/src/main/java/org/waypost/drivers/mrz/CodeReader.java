package org.waypost.drivers.mrz;

import java.time.Duration;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.Reading;

/**
 * A reader of QR codes and bar codes, for appointment codes only. One caller at a time; never throws for what a reader
 * or a code may do. What was shown before a read began is thrown away.
 */
public interface CodeReader extends Device {

    /**
     * Waits for a code.
     *
     * @param patience how long to wait for the code to be shown
     * @return what came of it; nobody, also while the same code is shown that was delivered less than 3 s ago; or the
     *     fault
     */
    Reading<CodeOutcome> read(Duration patience);
}
