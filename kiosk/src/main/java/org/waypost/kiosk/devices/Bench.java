package org.waypost.kiosk.devices;

import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceDirectory;
import org.waypost.drivers.device.DeviceDriver;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Opening;
import org.waypost.drivers.device.Supervised;

/**
 * What the command works with.
 *
 * @param catalog the installed drivers
 * @param directory what is plugged in
 * @param host time, lent to drivers
 * @param talk to the technician
 */
record Bench(DriverCatalog catalog, DeviceDirectory directory, DeviceDriver.Host host, Talk talk) {

    /**
     * Opens a device under supervision; it is reached by its first use.
     *
     * @throws Misuse if the wish cannot be followed
     */
    <D extends Device> Supervised<D> open(DriverCatalog.Wish wish, Class<D> type) {
        HealthMonitor monitor = new HealthMonitor(wish.kind(), KindWords.word(wish.kind()), host.clock());
        return switch (catalog.open(wish, type, host)) {
            case Opening.Refused<D> refused -> throw new Misuse(Advice.refused(refused.reason(), refused.subject()));
            case Opening.Opened<D> opened -> new Supervised<>(opened::device, monitor);
        };
    }

    /** How devices of a kind are tried. */
    KindCheck<?> check(DeviceKind kind) {
        return KindCheck.of(kind, host.clock());
    }
}
