package org.waypost.drivers.fingerprint;

import java.util.HexFormat;
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

/** Fingerprint modules with the EF 01 packet on a serial port; opens a {@link FingerprintReader}. */
public final class Ef01Driver implements DeviceDriver {
    private static final int PASSWORD_BYTES = 4;
    /** The driver finds the module at this speed or at 115200, and leaves it at this one. */
    private static final int USUAL_BAUD = 57_600;

    private static final Map<String, LampColour> LAMPS = Map.of(
            "blue", LampColour.BLUE, "purple", LampColour.PURPLE, "cyan", LampColour.CYAN, "white", LampColour.WHITE);

    @Override
    public String id() {
        return "ef01";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.FINGERPRINT_MODULE;
    }

    @Override
    public Set<DeviceAddress.Scheme> schemes() {
        return Set.of(DeviceAddress.Scheme.SERIAL);
    }

    /** {@code password}: as it was set in the module; {@code lamp-colour}: of modules that have a lamp. */
    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("password", new Form.Bytes(PASSWORD_BYTES), "00000000"),
                new Setting("lamp-colour", new Form.Choice(LAMPS.keySet()), "blue"));
    }

    @Override
    public Device open(DeviceAddress address, SettingValues values, Host host) {
        int password = HexFormat.fromHexDigits(values.text("password").orElseThrow());
        return new Ef01FingerprintReader(
                () -> SerialLink.open(address.place(), USUAL_BAUD),
                new Ef01Settings(password, values.one("lamp-colour", LAMPS)),
                host.ticker());
    }
}
