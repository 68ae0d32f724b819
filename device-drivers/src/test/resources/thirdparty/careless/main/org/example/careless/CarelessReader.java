package org.example.careless;

import java.time.Duration;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.idcard.CardReader;
import org.waypost.drivers.idcard.Document;

/** Says nobody for whatever goes wrong, and throws when it is unplugged. */
public final class CarelessReader implements CardReader {
    private boolean unplugged;

    void unplug() {
        unplugged = true;
    }

    @Override
    public Reading<Document> read(Duration patience) {
        if (unplugged) {
            throw new IllegalStateException("unplugged");
        }
        return new Reading.Nobody<>();
    }

    @Override
    public void close() {}
}
