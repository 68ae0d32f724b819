package org.waypost.kiosk;

import java.util.List;
import java.util.Set;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Setting;
import org.waypost.drivers.device.Setting.Form;
import org.waypost.drivers.device.SettingValues;
import org.waypost.drivers.idcard.PortraitDecoder;
import org.waypost.drivers.idcard.SamNumber;
import org.waypost.drivers.idcard.SamvCardReader;
import org.waypost.drivers.idcard.SamvSettings;
import org.waypost.drivers.simulated.SamvSimulator;
import org.waypost.drivers.simulated.SpecimenCard;

/** A maker's driver as a jar in {@code drivers} would bring it; on its reader lies a card. */
public final class MakersCardDriver implements DeviceDriver {
    @Override
    public String id() {
        return "makers";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.ID_CARD_READER;
    }

    /** One that no other card driver here speaks: it is never meant without its name. */
    @Override
    public Set<DeviceAddress.Scheme> schemes() {
        return Set.of(DeviceAddress.Scheme.MJPEG);
    }

    @Override
    public List<Setting> settings() {
        return List.of(new Setting("sam-number", new Form.Bytes(16), ""));
    }

    @Override
    public Device open(DeviceAddress address, SettingValues values, Host host) {
        SamvSimulator module = new SamvSimulator();
        module.place(SpecimenCard.TEST_BING.image());
        SamvSettings usual = SamvSettings.usual();
        return new SamvCardReader(
                module::connect,
                PortraitDecoder.installed(MakersCardDriver.class.getClassLoader()),
                values.text("sam-number")
                        .map(SamNumber::new)
                        .map(usual::onlyFrom)
                        .orElse(usual),
                host.ticker());
    }
}
