package org.example.careless;

import java.time.Duration;
import java.util.Optional;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceDriverContract;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.idcard.CardReader;

class CarelessDriverTest extends DeviceDriverContract {
    @Override
    protected DeviceDriver driver() {
        return new CarelessDriver();
    }

    @Override
    protected Class<? extends Device> type() {
        return CardReader.class;
    }

    @Override
    protected DeviceAddress address() {
        return new DeviceAddress(DeviceAddress.Scheme.SERIAL, "/dev/waypost-example");
    }

    @Override
    protected Optional<DeviceAddress> absent() {
        return Optional.of(address());
    }

    @Override
    protected Reading<?> use(Device device) {
        return ((CardReader) device).read(Duration.ofMillis(100));
    }
}
