package org.waypost.drivers.simulated;

import java.util.List;
import java.util.Set;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Setting;
import org.waypost.drivers.device.SettingValues;

/** Opens a {@link SimulatedCamera}: an empty scene, drawn. */
public final class SimulatedCameraDriver implements DeviceDriver {
    @Override
    public String id() {
        return "simulated";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CAMERA;
    }

    @Override
    public Set<DeviceAddress.Scheme> schemes() {
        return Set.of(DeviceAddress.Scheme.SIMULATED);
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Device open(DeviceAddress address, SettingValues values, Host host) {
        return new SimulatedCamera();
    }
}
