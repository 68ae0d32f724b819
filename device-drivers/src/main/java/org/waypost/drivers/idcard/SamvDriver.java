package org.waypost.drivers.idcard;

import java.time.Duration;
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

/**
 * SAM_V readers on a serial port; without an installed {@link PortraitDecoder} the portrait is left to the clerk's eye.
 */
public final class SamvDriver implements DeviceDriver {
    private static final Map<String, SamvSettings.Haste> HASTES =
            Map.of("as-found", SamvSettings.Haste.AS_FOUND, "fastest", SamvSettings.Haste.FASTEST);

    private final ClassLoader decoders;

    public SamvDriver() {
        this(SamvDriver.class.getClassLoader());
    }

    /** Looks for decoders of portraits elsewhere. */
    SamvDriver(ClassLoader decoders) {
        this.decoders = decoders;
    }

    @Override
    public String id() {
        return "samv";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.ID_CARD_READER;
    }

    @Override
    public Set<DeviceAddress.Scheme> schemes() {
        return Set.of(DeviceAddress.Scheme.SERIAL);
    }

    /** {@code sam-number}: the provisioned module's 16 bytes; without it any reader will do. */
    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("baud", new Form.WholeNumber(1_200, 921_600), "115200"),
                new Setting("poll-millis", new Form.WholeNumber(50, 10_000), "300"),
                new Setting("haste", new Form.Choice(HASTES.keySet()), "as-found"),
                new Setting("sam-number", new Form.Bytes(SamNumber.BYTES), ""));
    }

    @Override
    public Device open(DeviceAddress address, SettingValues values, Host host) {
        SamvSettings settings = new SamvSettings(
                Duration.ofMillis(values.number("poll-millis")),
                values.number("baud"),
                values.one("haste", HASTES),
                values.text("sam-number").map(SamNumber::new));
        return new SamvCardReader(
                () -> SerialLink.open(address.place(), settings.baud()),
                PortraitDecoder.installed(decoders),
                settings,
                host.ticker());
    }
}
