package org.waypost.drivers.idcard;

import java.time.Duration;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Supervised;

/** A card reader whose driver may hang or fail. */
final class SupervisedCardReader implements CardReader {
    private final Supervised<CardReader> device;

    SupervisedCardReader(Supervised<CardReader> device) {
        this.device = device;
    }

    @Override
    public Reading<Document> read(Duration patience) {
        return device.use(patience.plus(LONGEST_READING), driver -> driver.read(patience), Document::close);
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
