package org.waypost.kiosk;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.device.Opening;
import org.waypost.drivers.device.Ticker;

/** The drivers that lie beside this terminal, asked for a device that its settings name. */
record Drivers(DriverCatalog catalog, DeviceDriver.Host host) {

    static Drivers installed(InstantSource clock) {
        return new Drivers(
                DriverCatalog.installed(Drivers.class.getClassLoader()),
                new DeviceDriver.Host(clock.withZone(ZoneOffset.UTC), Ticker.SYSTEM));
    }

    /**
     * Opens a device.
     *
     * @param part of the settings that names the driver, such as {@code camera}
     * @throws StartFailure if no driver takes it
     */
    <D extends Device> D open(String part, DriverCatalog.Wish wish, Class<D> type) {
        return switch (catalog.open(wish, type, host)) {
            case Opening.Opened<D> opened -> opened.device();
            case Opening.Refused<D> refused ->
                throw new StartFailure(part + "." + asked(wish, refused) + ": " + refused.reason() + " ("
                        + refused.subject() + "): see waypost-devices list");
        };
    }

    /** What a technician has to correct: a value of the driver's own, or the driver and its address. */
    private static String asked(DriverCatalog.Wish wish, Opening.Refused<?> refused) {
        return switch (refused.reason()) {
            case KEY_UNKNOWN, VALUE_REFUSED -> refused.subject() + " for the driver " + wish.driver();
            case DRIVER_UNKNOWN, DRIVER_AMBIGUOUS, SCHEME_NOT_SPOKEN, DRIVER_DEFECT ->
                "driver " + wish.driver() + " with " + wish.address();
        };
    }
}
