package org.example.bridge;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Setting;
import org.waypost.drivers.device.SettingValues;
import org.waypost.drivers.idcard.CardReader;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.idcard.PortraitDecoder;
import org.waypost.drivers.idcard.SamvCardReader;
import org.waypost.drivers.idcard.SamvSettings;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/** A maker's driver: the module's protocol through a bridge of the maker's own. */
public final class BridgeDriver implements DeviceDriver {
    @Override
    public String id() {
        return "example-bridge";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.ID_CARD_READER;
    }

    @Override
    public Set<DeviceAddress.Scheme> schemes() {
        return Set.of(DeviceAddress.Scheme.SERIAL);
    }

    @Override
    public List<Setting> settings() {
        return List.of(new Setting("poll-millis", new Setting.Form.WholeNumber(50, 1_000), "200"));
    }

    @Override
    public Device open(DeviceAddress address, SettingValues values, Host host) {
        SamvSettings settings = SamvSettings.usual().polledEvery(Duration.ofMillis(values.number("poll-millis")));
        return reader(() -> bridged(address.place()), PortraitDecoder.NONE, settings, host);
    }

    static CardReader reader(Link.Opener bridge, PortraitDecoder decoder, SamvSettings settings, Host host) {
        return new SamvCardReader(bridge, decoder, settings, host.ticker());
    }

    private static Link bridged(String place) throws LinkLost {
        throw new LinkLost("no bridge at " + place);
    }
}
