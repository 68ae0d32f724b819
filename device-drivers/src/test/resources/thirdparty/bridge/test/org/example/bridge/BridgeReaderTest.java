package org.example.bridge;

import java.time.Clock;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.idcard.CardReader;
import org.waypost.drivers.idcard.CardReaderContract;
import org.waypost.drivers.idcard.SamvSettings;
import org.waypost.drivers.simulated.CardImage;
import org.waypost.drivers.simulated.SamvSimulator;
import org.waypost.drivers.simulated.SpecimenPortraitDecoder;

class BridgeReaderTest extends CardReaderContract {
    private final SamvSimulator simulator = new SamvSimulator();
    private final CardReader reader = BridgeDriver.reader(
            simulator::connect,
            new SpecimenPortraitDecoder(),
            SamvSettings.usual(),
            new DeviceDriver.Host(Clock.systemUTC(), Ticker.SYSTEM));

    @Override
    protected CardReader reader() {
        return reader;
    }

    @Override
    protected void place(CardImage card) {
        simulator.place(card);
    }

    @Override
    protected void remove() {
        simulator.remove();
    }

    @Override
    protected void unplug() {
        simulator.unplug();
    }
}
