package org.waypost.drivers.camera;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Setting;
import org.waypost.drivers.device.Setting.Form;
import org.waypost.drivers.device.SettingValues;

/** USB cameras by the path of their capture node. */
public final class VideoDriver implements DeviceDriver {
    @Override
    public String id() {
        return "video";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CAMERA;
    }

    @Override
    public Set<DeviceAddress.Scheme> schemes() {
        return Set.of(DeviceAddress.Scheme.VIDEO);
    }

    /** What is asked for; {@link Camera#delivery()} tells what was granted. */
    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("width", new Form.WholeNumber(320, 4_096), "1280"),
                new Setting("height", new Form.WholeNumber(240, 4_096), "720"),
                new Setting("frames-per-second", new Form.WholeNumber(5, 60), "30"));
    }

    @Override
    public Device open(DeviceAddress address, SettingValues values, Host host) {
        VideoStream.Wish wish = new VideoStream.Wish(
                values.number("width"), values.number("height"), values.number("frames-per-second"));
        return new MjpegCamera(new VideoStream(Path.of(address.place()), wish), host.ticker());
    }
}
