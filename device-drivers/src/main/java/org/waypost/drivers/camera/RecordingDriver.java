package org.waypost.drivers.camera;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Setting;
import org.waypost.drivers.device.Setting.Form;
import org.waypost.drivers.device.SettingValues;

/** A recording in place of a camera, for demonstrations and tests. */
public final class RecordingDriver implements DeviceDriver {
    private static final int NANOS = 1_000_000_000;

    @Override
    public String id() {
        return "recording";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CAMERA;
    }

    @Override
    public Set<DeviceAddress.Scheme> schemes() {
        return Set.of(DeviceAddress.Scheme.MJPEG);
    }

    @Override
    public List<Setting> settings() {
        return List.of(new Setting("frames-per-second", new Form.WholeNumber(1, 60), "15"));
    }

    @Override
    public Device open(DeviceAddress address, SettingValues values, Host host) {
        Duration pace = Duration.ofNanos(NANOS / values.number("frames-per-second"));
        return new MjpegCamera(new Recording(Path.of(address.place())), pace, host.ticker());
    }
}
