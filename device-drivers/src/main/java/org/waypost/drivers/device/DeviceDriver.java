package org.waypost.drivers.device;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A driver as a service: listed by name in {@code META-INF/services/org.waypost.drivers.device.DeviceDriver} of its
 * jar, found on the class path, with a public constructor without parameters. Constructing and asking it touches no
 * device; a device is opened by {@link #open} or by the first use.
 */
public interface DeviceDriver {

    /** Name in the settings, unique among the drivers of its kind: 1..40 of {@code a-z 0-9 -}. */
    String id();

    DeviceKind kind();

    /** The ways it can reach a device; at least one. */
    Set<DeviceAddress.Scheme> schemes();

    /** Every setting it takes; another key is refused. */
    List<Setting> settings();

    /**
     * What values that have their forms may still not be together.
     *
     * @return the key of a value that cannot stand beside the others; empty if all can
     */
    default Optional<String> objection(SettingValues values) {
        return Optional.empty();
    }

    /**
     * Gives a device of the interface of its kind. Never fails for a device that is not there: its verb says so.
     *
     * @param address of one of {@link #schemes()}
     * @param values one for each of {@link #settings()}, each of its form, without {@link #objection}
     */
    Device open(DeviceAddress address, SettingValues values, Host host);

    /**
     * What the terminal lends to a driver.
     *
     * @param clock the calendar
     * @param ticker for waits
     */
    record Host(Clock clock, Ticker ticker) {}
}
