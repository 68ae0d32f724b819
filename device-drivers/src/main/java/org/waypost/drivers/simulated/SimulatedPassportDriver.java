package org.waypost.drivers.simulated;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Setting;
import org.waypost.drivers.device.Setting.Form;
import org.waypost.drivers.device.SettingValues;

/** Opens a {@link SimulatedChipTerminal}: passports are laid on the device itself. */
public final class SimulatedPassportDriver implements DeviceDriver {
    private static final Map<String, Boolean> ANSWERS = Map.of("yes", true, "no", false);

    @Override
    public String id() {
        return "simulated";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.PASSPORT_READER;
    }

    @Override
    public Set<DeviceAddress.Scheme> schemes() {
        return Set.of(DeviceAddress.Scheme.SIMULATED);
    }

    /** {@code extended-length}: whether the reader passes it. */
    @Override
    public List<Setting> settings() {
        return List.of(new Setting("extended-length", new Form.Choice(ANSWERS.keySet()), "no"));
    }

    @Override
    public Device open(DeviceAddress address, SettingValues values, Host host) {
        return new SimulatedChipTerminal(values.one("extended-length", ANSWERS), ChipRandom.secure());
    }
}
