package org.waypost.drivers.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.DeviceAddress;
import org.waypost.drivers.device.DeviceDriver.Host;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.device.DriverCatalog.Wish;
import org.waypost.drivers.device.Opening;
import org.waypost.drivers.device.Opening.Opened;
import org.waypost.drivers.device.Opening.Reason;
import org.waypost.drivers.device.Opening.Refused;
import org.waypost.drivers.device.Ticker;

/** What a pulse, a reset, a pin and a setting may be. */
class PanelValuesTest {
    private static final Host HOST = new Host(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Ticker.SYSTEM);

    private static Opening<Panel> open(Map<String, String> given) {
        DeviceAddress address = DeviceAddress.parse("gpio:no-such-chip").orElseThrow();
        return new DriverCatalog(List.of(new GpioPanelDriver()))
                .open(new Wish(DeviceKind.PANEL, "gpio", address, given), Panel.class, HOST);
    }

    private static void assertRefused(String key, Map<String, String> given) {
        assertEquals(new Refused<Panel>(Reason.VALUE_REFUSED, key), open(given));
    }

    private static void assertOpens(Map<String, String> given) {
        if (open(given) instanceof Opened<Panel> opened) {
            opened.device().close();
        } else {
            throw new AssertionError(given + " was refused");
        }
    }

    @Test
    void aGateIsReleasedForHalfASecondToFiveSeconds() {
        assertEquals(Duration.ofSeconds(5), new GatePulse(Duration.ofSeconds(5)).length());
        assertThrows(IllegalArgumentException.class, () -> new GatePulse(Duration.ofMillis(499)));
        assertThrows(IllegalArgumentException.class, () -> new GatePulse(Duration.ofNanos(5_000_000_001L)));
        assertThrows(IllegalArgumentException.class, () -> new GatePulse(Duration.ZERO.minusSeconds(1)));
    }

    @Test
    void aResetIsSomebodys() {
        assertThrows(IllegalArgumentException.class, () -> new TamperReset(""));
        assertThrows(IllegalArgumentException.class, () -> new TamperReset("  "));
        assertThrows(IllegalArgumentException.class, () -> new TamperReset("a\nb"));
        assertThrows(IllegalArgumentException.class, () -> new TamperReset("x".repeat(65)));
        assertEquals("王 7", new TamperReset("王 7").person());
    }

    @Test
    void presenceIsHeldForFiveToTenSeconds() {
        PanelPins pins = PanelPins.usual();
        assertThrows(IllegalArgumentException.class, () -> new PanelSettings(pins, Duration.ofMillis(4_999)));
        assertThrows(IllegalArgumentException.class, () -> new PanelSettings(pins, Duration.ofMillis(10_001)));
        assertRefused("presence-hold-seconds", Map.of("presence-hold-seconds", "11"));
        assertRefused("presence-hold-seconds", Map.of("presence-hold-seconds", "4"));
    }

    @Test
    void aPinThatBootingWouldDriveHighIsNoOutput() {
        assertEquals(Set.of(12, 13, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27), PanelPins.FOR_OUTPUTS);
        for (int pin = 0; pin < 16; pin++) {
            if (pin != 12 && pin != 13) {
                assertRefused("pin-gate", Map.of("pin-gate", String.valueOf(pin)));
            }
        }
        assertRefused("pin-kick", Map.of("pin-kick", "28"));
        assertOpens(Map.of("pin-gate", "12", "pin-kick", "13"));
    }

    @Test
    void aPinThatOthersNeedIsLeftAlone() {
        for (String pin : List.of("0", "1", "2", "3", "7", "8", "9", "10", "11", "14", "15", "28", "-1")) {
            assertRefused("pin-help", Map.of("pin-help", pin));
        }
        assertOpens(Map.of("pin-help", "4", "pin-tamper", "5", "pin-presence", "6"));
    }

    @Test
    void aPinUsedTwiceIsRefusedByTheKeyThatComesSecond() {
        assertRefused("pin-gate", Map.of("pin-gate", "17"));
        assertRefused("pin-tamper", Map.of("pin-tamper", "23"));
        assertRefused("pin-presence", Map.of("pin-help", "16"));
        Map<PanelOutput, Integer> outputs = new HashMap<>(PanelPins.usual().outputs());
        outputs.put(PanelOutput.KICK, 24);
        assertThrows(
                IllegalArgumentException.class,
                () -> new PanelPins(outputs, PanelPins.usual().inputs()));
    }
}
