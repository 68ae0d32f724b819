package org.example.careless;

import java.util.List;
import java.util.Set;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Setting;
import org.waypost.drivers.device.SettingValues;

/** The control: a driver that breaks the rules. */
public final class CarelessDriver implements DeviceDriver {
    @Override
    public String id() {
        return "Careless Reader";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.ID_CARD_READER;
    }

    @Override
    public Set<DeviceAddress.Scheme> schemes() {
        return Set.of(DeviceAddress.Scheme.SERIAL);
    }

    @Override
    public List<Setting> settings() {
        Setting twice = new Setting("poll-millis", new Setting.Form.WholeNumber(50, 1_000), "200");
        return List.of(twice, twice);
    }

    @Override
    public Device open(DeviceAddress address, SettingValues values, Host host) {
        return new CarelessReader();
    }
}
