package org.waypost.drivers.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.DriverCatalog.Wish;
import org.waypost.drivers.device.Opening.Reason;

/** What every driver keeps as a service, whatever its kind. */
public abstract class DeviceDriverContract {
    private static final DeviceDriver.Host HOST =
            new DeviceDriver.Host(Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC), Ticker.SYSTEM);

    protected abstract DeviceDriver driver();

    /** The interface of its kind. */
    protected abstract Class<? extends Device> type();

    /** An address it can open; no device need be there. */
    protected abstract DeviceAddress address();

    /** An address of the same scheme where there is never a device; empty if the scheme has none. */
    protected abstract Optional<DeviceAddress> absent();

    /** Uses a device once, with little patience. */
    protected abstract Reading<?> use(Device device);

    private DriverCatalog installed() {
        return DriverCatalog.installed(getClass().getClassLoader());
    }

    private Opening<? extends Device> open(DeviceAddress address, Map<String, String> given) {
        return installed().open(new Wish(driver().kind(), driver().id(), address, given), type(), HOST);
    }

    private Device opened(DeviceAddress address) {
        return assertInstanceOf(Opening.Opened.class, open(address, Map.of())).device();
    }

    private void assertRefused(Reason reason, Opening<? extends Device> opening) {
        assertEquals(reason, assertInstanceOf(Opening.Refused.class, opening).reason());
    }

    @Test
    void hasANameOfItsOwn() {
        assertTrue(driver().id().matches("[a-z0-9-]{1,40}"), driver().id());
        assertEquals(
                1,
                installed().of(driver().kind()).stream()
                        .filter(other -> other.id().equals(driver().id()))
                        .count());
    }

    @Test
    void isFoundOnTheClassPath() {
        assertTrue(installed().of(driver().kind()).stream()
                .anyMatch(found -> found.getClass().equals(driver().getClass())));
    }

    @Test
    void speaksAtLeastOneSchemeAndNoOther() {
        assertFalse(driver().schemes().isEmpty());
        for (DeviceAddress.Scheme scheme : DeviceAddress.Scheme.values()) {
            if (!driver().schemes().contains(scheme)) {
                String place = scheme == DeviceAddress.Scheme.SIMULATED ? "" : "/dev/null";
                assertRefused(Reason.SCHEME_NOT_SPOKEN, open(new DeviceAddress(scheme, place), Map.of()));
            }
        }
    }

    @Test
    void refusesAKeyItDoesNotKnow() {
        assertRefused(Reason.KEY_UNKNOWN, open(address(), Map.of("no-such-key", "1")));
    }

    @Test
    void refusesAValueThatHasNotTheForm() {
        for (Setting setting : driver().settings()) {
            assertRefused(Reason.VALUE_REFUSED, open(address(), Map.of(setting.key(), "x".repeat(256))));
        }
    }

    @Test
    void declaresEachKeyOnce() {
        Map<String, Setting> keys = new HashMap<>();
        driver().settings().forEach(setting -> assertEquals(null, keys.put(setting.key(), setting)));
    }

    @Test
    void givesADeviceOfItsKindThatClosesTwice() {
        Device device = opened(address());
        assertTrue(type().isInstance(device));
        device.close();
        device.close();
    }

    @Test
    void anAbsentDeviceIsSaidToBeAbsentAndNothingIsThrown() {
        absent().ifPresent(nowhere -> {
            try (Device device = opened(nowhere)) {
                assertEquals(new Reading.Faulty<>(Fault.DEVICE_ABSENT), use(device));
                assertEquals(new Reading.Faulty<>(Fault.DEVICE_ABSENT), use(device));
                assertEquals(Device.Identity.NOT_COMPARED, device.identity());
            }
        });
    }
}
