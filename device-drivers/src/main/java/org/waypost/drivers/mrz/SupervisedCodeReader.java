package org.waypost.drivers.mrz;

import java.time.Duration;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Supervised;

/** A code reader whose driver may hang or fail. */
final class SupervisedCodeReader implements CodeReader {
    private final Supervised<CodeReader> device;

    SupervisedCodeReader(Supervised<CodeReader> device) {
        this.device = device;
    }

    @Override
    public Reading<CodeOutcome> read(Duration patience) {
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
