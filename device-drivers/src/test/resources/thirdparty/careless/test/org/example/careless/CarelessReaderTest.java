package org.example.careless;

import org.waypost.drivers.idcard.CardReader;
import org.waypost.drivers.idcard.CardReaderContract;
import org.waypost.drivers.simulated.CardImage;

class CarelessReaderTest extends CardReaderContract {
    private final CarelessReader reader = new CarelessReader();

    @Override
    protected CardReader reader() {
        return reader;
    }

    @Override
    protected void place(CardImage card) {}

    @Override
    protected void remove() {}

    @Override
    protected void unplug() {
        reader.unplug();
    }
}
