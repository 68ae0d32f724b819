package org.waypost.drivers.camera.rtsp;

import java.util.List;
import java.util.Set;
import org.waypost.drivers.camera.CameraLogin;
import org.waypost.drivers.camera.MjpegCamera;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Setting;
import org.waypost.drivers.device.SettingValues;

/** Cameras of the terminal's own network that speak RTSP. */
public final class RtspDriver implements DeviceDriver {
    @Override
    public String id() {
        return "rtsp";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CAMERA;
    }

    @Override
    public Set<DeviceAddress.Scheme> schemes() {
        return Set.of(DeviceAddress.Scheme.RTSP);
    }

    @Override
    public List<Setting> settings() {
        return CameraLogin.settings();
    }

    @Override
    public Device open(DeviceAddress address, SettingValues values, Host host) {
        return new MjpegCamera(
                new RtspStream("rtsp:" + address.place(), CameraLogin.of(values), host.ticker()), host.ticker());
    }
}
