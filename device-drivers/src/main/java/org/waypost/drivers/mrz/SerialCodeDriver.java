package org.waypost.drivers.mrz;

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
import org.waypost.drivers.serial.SerialLink;

/** Scan engines on a serial port. */
public final class SerialCodeDriver implements DeviceDriver {
    private static final Map<String, CodeEngine> ENGINES = Map.of(
            "gm65", CodeEngine.GM65,
            "newland", CodeEngine.NEWLAND,
            "honeywell", CodeEngine.HONEYWELL,
            "continuous", CodeEngine.CONTINUOUS);

    @Override
    public String id() {
        return "serial-code";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CODE_READER;
    }

    @Override
    public Set<DeviceAddress.Scheme> schemes() {
        return Set.of(DeviceAddress.Scheme.SERIAL);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("baud", new Form.WholeNumber(1_200, 921_600), "9600"),
                new Setting("engine", new Form.Choice(ENGINES.keySet()), "gm65"));
    }

    @Override
    public Device open(DeviceAddress address, SettingValues values, Host host) {
        int baud = values.number("baud");
        return new SerialCodeReader(
                () -> SerialLink.open(address.place(), baud), values.one("engine", ENGINES), host.ticker());
    }
}
