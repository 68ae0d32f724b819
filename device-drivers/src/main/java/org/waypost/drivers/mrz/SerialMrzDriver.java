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

/** Readers of machine readable zones on a serial port. */
public final class SerialMrzDriver implements DeviceDriver {
    private static final Map<String, Parity> PARITIES =
            Map.of("none", Parity.NONE, "even", Parity.EVEN, "odd", Parity.ODD);

    @Override
    public String id() {
        return "serial-mrz";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.MRZ_READER;
    }

    @Override
    public Set<DeviceAddress.Scheme> schemes() {
        return Set.of(DeviceAddress.Scheme.SERIAL);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("baud", new Form.WholeNumber(1_200, 921_600), "9600"),
                new Setting("parity", new Form.Choice(PARITIES.keySet()), "none"),
                new Setting("profile", new Form.Choice(MrzProfile.NAMED.keySet()), "lines"));
    }

    @Override
    public Device open(DeviceAddress address, SettingValues values, Host host) {
        int baud = values.number("baud");
        Parity parity = values.one("parity", PARITIES);
        return new SerialMrzReader(
                () -> SerialLink.open(address.place(), baud),
                values.one("profile", MrzProfile.NAMED).with(parity),
                new MrzParser(host.clock()),
                host.ticker());
    }
}
