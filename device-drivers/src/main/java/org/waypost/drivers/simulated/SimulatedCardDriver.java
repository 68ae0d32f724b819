package org.waypost.drivers.simulated;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Setting;
import org.waypost.drivers.device.SettingValues;
import org.waypost.drivers.idcard.SamvSettings;

/** Opens a {@link SimulatedCardReader}: cards are laid on the device itself. */
public final class SimulatedCardDriver implements DeviceDriver {
    @Override
    public String id() {
        return "simulated";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.ID_CARD_READER;
    }

    @Override
    public Set<DeviceAddress.Scheme> schemes() {
        return Set.of(DeviceAddress.Scheme.SIMULATED);
    }

    @Override
    public List<Setting> settings() {
        return List.of(new Setting("poll-millis", new Setting.Form.WholeNumber(50, 10_000), "300"));
    }

    @Override
    public Device open(DeviceAddress address, SettingValues values, Host host) {
        SamvSettings settings = SamvSettings.usual().polledEvery(Duration.ofMillis(values.number("poll-millis")));
        return new SimulatedCardReader(new SamvSimulator(), settings);
    }
}
