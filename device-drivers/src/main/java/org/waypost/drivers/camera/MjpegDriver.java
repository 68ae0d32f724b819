package org.waypost.drivers.camera;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Setting;
import org.waypost.drivers.device.SettingValues;

/** Cameras that another program or a device of the network offers as a stream of JPEG pictures. */
public final class MjpegDriver implements DeviceDriver {
    @Override
    public String id() {
        return "mjpeg";
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
        return CameraLogin.settings();
    }

    /** A place that begins with {@code /} is a named pipe, any other an address. */
    @Override
    public Device open(DeviceAddress address, SettingValues values, Host host) {
        PictureStream stream = address.place().startsWith("/")
                ? new PipeStream(Path.of(address.place()))
                : new HttpStream(address.place(), CameraLogin.of(values));
        return new MjpegCamera(stream, host.ticker());
    }
}
