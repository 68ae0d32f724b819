package org.waypost.kiosk;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.agent.settings.Settings;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.fingerprint.FingerprintReader;
import org.waypost.drivers.simulated.Ef01Simulator;
import org.waypost.drivers.simulated.SimulatedFingerprintReader;

/**
 * The fingerprint module that the settings name.
 *
 * @param drivers makes a driver for it
 * @param simulator the module itself, where it is a simulated one: it outlives its drivers
 */
record FingerModule(Supplier<FingerprintReader> drivers, Optional<Ef01Simulator> simulator) {

    /** @throws StartFailure if no driver takes it */
    static FingerModule of(Settings.Named settings, InstantSource clock) {
        Drivers installed = Drivers.installed(clock);
        var wish = new DriverCatalog.Wish(
                DeviceKind.FINGERPRINT_MODULE, settings.driver(), settings.address(), settings.given());
        Supplier<FingerprintReader> drivers = () -> installed.open("fingerprint", wish, FingerprintReader.class);
        // tried once, so that a wrong name is told at the start and not before a person
        try (FingerprintReader tried = drivers.get()) {
            return tried instanceof SimulatedFingerprintReader simulated
                    ? simulated(simulated.simulator())
                    : new FingerModule(drivers, Optional.empty());
        }
    }

    private static FingerModule simulated(Ef01Simulator module) {
        return new FingerModule(() -> new SimulatedFingerprintReader(module), Optional.of(module));
    }
}
