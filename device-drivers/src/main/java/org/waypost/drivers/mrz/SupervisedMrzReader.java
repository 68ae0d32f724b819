package org.waypost.drivers.mrz;

import java.time.Duration;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Supervised;

/** A reader of machine readable zones whose driver may hang or fail. */
final class SupervisedMrzReader implements MrzReader {
    private final Supervised<MrzReader> device;

    SupervisedMrzReader(Supervised<MrzReader> device) {
        this.device = device;
    }

    @Override
    public Reading<MrzOutcome> read(Duration patience) {
        return device.use(patience.plus(LONGEST_READING), driver -> driver.read(patience), unseen -> {});
    }

    @Override
    public Identity identity() {
        return device.health().identity();
    }

    @Override
    public void close() {
        device.close();
    }
}
