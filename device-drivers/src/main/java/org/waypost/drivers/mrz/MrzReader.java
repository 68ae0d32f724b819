package org.waypost.drivers.mrz;

import java.time.Duration;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.Reading;

/**
 * A reader of machine readable zones. One caller at a time; never throws for what a reader or a document may do.
 *
 * <p>What was swiped before a read began is thrown away: it may belong to the person before.
 */
public interface MrzReader extends Device {

    /**
     * Waits for a document to be swiped and reads its zone.
     *
     * @param patience how long to wait for the swipe to begin; a swipe begun within it is finished
     * @return what came of the text; nobody, also if the same zone was delivered less than 3 s ago; or the fault
     */
    Reading<MrzOutcome> read(Duration patience);
}
