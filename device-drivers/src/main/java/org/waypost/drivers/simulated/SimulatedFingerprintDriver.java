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

/** Opens a {@link SimulatedFingerprintReader}: fingers are laid on the device itself. */
public final class SimulatedFingerprintDriver implements DeviceDriver {
    private static final Map<String, Ef01Model> MODELS =
            Map.of("zfm-20", Ef01Model.ZFM_20, "as608", Ef01Model.AS608, "r503", Ef01Model.R503);

    @Override
    public String id() {
        return "simulated";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.FINGERPRINT_MODULE;
    }

    @Override
    public Set<DeviceAddress.Scheme> schemes() {
        return Set.of(DeviceAddress.Scheme.SIMULATED);
    }

    /** {@code model}: what differs on the wire, and the size of the picture. */
    @Override
    public List<Setting> settings() {
        return List.of(new Setting("model", new Form.Choice(MODELS.keySet()), "zfm-20"));
    }

    @Override
    public Device open(DeviceAddress address, SettingValues values, Host host) {
        return new SimulatedFingerprintReader(new Ef01Simulator(values.one("model", MODELS), true));
    }
}
