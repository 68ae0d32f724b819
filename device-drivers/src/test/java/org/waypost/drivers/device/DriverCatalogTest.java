package org.waypost.drivers.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.device.DeviceAddress.Scheme;
import org.waypost.drivers.device.DriverCatalog.Wish;
import org.waypost.drivers.device.Opening.Reason;
import org.waypost.drivers.device.Setting.Form;
import org.waypost.testing.ExpectFailure;

class DriverCatalogTest {
    private static final DeviceAddress NOWHERE = new DeviceAddress(Scheme.SIMULATED, "");
    private static final DeviceDriver.Host HOST = new DeviceDriver.Host(Clock.systemUTC(), Ticker.SYSTEM);

    /** A device and the values it was opened with. */
    private record Lamp(SettingValues values) implements Device {
        @Override
        public void close() {}
    }

    private record LampDriver(String id) implements DeviceDriver {
        @Override
        public DeviceKind kind() {
            return DeviceKind.PANEL;
        }

        @Override
        public Set<Scheme> schemes() {
            return Set.of(Scheme.SIMULATED);
        }

        @Override
        public List<Setting> settings() {
            return List.of(
                    new Setting("brightness", new Form.WholeNumber(1, 100), "50"),
                    new Setting("colour", new Form.Choice(Set.of("red", "green")), "red"),
                    new Setting("serial", new Form.Bytes(2), ""));
        }

        @Override
        public Device open(DeviceAddress address, SettingValues values, Host host) {
            if (id.equals("broken")) {
                throw new IllegalStateException("defect");
            }
            return new Lamp(values);
        }
    }

    private static Opening<Lamp> open(String id, Map<String, String> given) {
        DriverCatalog catalog = new DriverCatalog(List.of(
                new LampDriver("lamp"), new LampDriver("twice"), new LampDriver("twice"), new LampDriver("broken")));
        return catalog.open(new Wish(DeviceKind.PANEL, id, NOWHERE, given), Lamp.class, HOST);
    }

    private static SettingValues values(Map<String, String> given) {
        return ((Lamp) assertInstanceOf(Opening.Opened.class, open("lamp", given))
                        .device())
                .values();
    }

    @Test
    void givesPresetsAndWhatIsGiven() {
        assertEquals(50, values(Map.of()).number("brightness"));
        assertEquals(Optional.empty(), values(Map.of()).text("serial"));
        SettingValues given = values(Map.of("brightness", "100", "colour", "green", "serial", "0aF0"));
        assertEquals(100, given.number("brightness"));
        assertEquals(2, given.one("colour", Map.of("red", 1, "green", 2)));
        assertFalse(given.toString().contains("0aF0"));
    }

    @ParameterizedTest
    @CsvSource({
        "brightness, 0, VALUE_REFUSED",
        "brightness, 101, VALUE_REFUSED",
        "brightness, '', VALUE_REFUSED",
        "brightness, 1e1, VALUE_REFUSED",
        "brightness, 99999999999999999999, VALUE_REFUSED",
        "colour, blue, VALUE_REFUSED",
        "serial, 0a, VALUE_REFUSED",
        "serial, 0a0x, VALUE_REFUSED",
        "Brightness, 50, KEY_UNKNOWN",
        "poll, 50, KEY_UNKNOWN",
    })
    void refusesByReasonAndNamesTheKey(String key, String value, Reason reason) {
        assertEquals(new Opening.Refused<Lamp>(reason, key), open("lamp", Map.of(key, value)));
    }

    @Test
    void refusesADriverThatIsNotThereOrThereTwice() {
        assertEquals(new Opening.Refused<Lamp>(Reason.DRIVER_UNKNOWN, "other"), open("other", Map.of()));
        assertEquals(new Opening.Refused<Lamp>(Reason.DRIVER_AMBIGUOUS, "twice"), open("twice", Map.of()));
    }

    @Test
    @ExpectFailure(IllegalStateException.class)
    void aDriverThatThrowsIsADefectAndNoDevice() {
        assertEquals(new Opening.Refused<Lamp>(Reason.DRIVER_DEFECT, "broken"), open("broken", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serial:/dev/waypost-card",
                "pcsc:ACS ACR1252 Dual Reader PICC",
                "video:/dev/v4l/by-id/usb-x-video-index0",
                "mjpeg:http://127.0.0.1:8080/stream",
                "rtsp://192.168.4.20:554/live?channel=1",
                "gpio:pinctrl-rp1",
                "simulated:",
            })
    void readsAndWritesAddresses(String text) {
        assertEquals(text, DeviceAddress.parse(text).orElseThrow().toString());
        assertTrue(DeviceAddress.parse(text).orElseThrow().isStable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://user:secret@10.0.0.9/live",
                "mjpeg:http://secret@10.0.0.9/",
                "rtsp://a:secret@b:secret@10.0.0.9/"
            })
    void showsNoPasswordOfAnAddress(String text) {
        DeviceAddress address = DeviceAddress.parse(text).orElseThrow();
        assertFalse(address.toString().contains("secret"), address::toString);
        assertTrue(address.toString().contains("//...@10.0.0.9/"), address::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "serial", "serial:", "simulated:x", "smoke:x", "SERIAL:/dev/x", "serial:/dev/\u0000"})
    void refusesWhatIsNoAddress(String text) {
        assertEquals(Optional.empty(), DeviceAddress.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial:/dev/ttyUSB0", "serial:/dev/ttyACM12", "video:/dev/video0", "serial:/dev/ttyS0"})
    void aNumberIsNoStableName(String text) {
        assertFalse(DeviceAddress.parse(text).orElseThrow().isStable());
    }

    @Test
    void addressesAndKeysHaveLimits() {
        assertTrue(DeviceAddress.parse("pcsc:" + "x".repeat(256)).isEmpty());
        assertTrue(DeviceAddress.parse("pcsc:" + "x".repeat(255)).isPresent());
        assertThrows(IllegalArgumentException.class, () -> new Setting("Key", new Form.Text(), ""));
        assertThrows(IllegalArgumentException.class, () -> new Setting("k".repeat(41), new Form.Text(), ""));
        assertThrows(IllegalArgumentException.class, () -> new Setting("k", new Form.WholeNumber(1, 2), "3"));
    }
}
