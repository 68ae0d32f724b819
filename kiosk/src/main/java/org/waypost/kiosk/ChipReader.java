package org.waypost.kiosk;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.agent.settings.Settings;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.passport.ChipTerminal;
import org.waypost.drivers.simulated.SimulatedChipTerminal;

/**
 * The reader of passport chips that the settings name.
 *
 * @param drivers makes a driver for it
 * @param simulator the device itself, where it is a simulated one: it outlives its drivers
 * @param monitor keeps its health, from one driver to the next
 */
record ChipReader(Supplier<ChipTerminal> drivers, Optional<SimulatedChipTerminal> simulator, HealthMonitor monitor) {

    /** @throws StartFailure if no driver takes it */
    static ChipReader of(Settings.Named named, Drivers installed, InstantSource clock) {
        Supplier<ChipTerminal> drivers =
                () -> installed.open("passport", Passports.wish(DeviceKind.PASSPORT_READER, named), ChipTerminal.class);
        HealthMonitor monitor = new HealthMonitor(DeviceKind.PASSPORT_READER, "passport", clock);
        // tried once, so that a wrong name is told at the start and not before a person
        try (ChipTerminal tried = drivers.get()) {
            return tried instanceof SimulatedChipTerminal simulated
                    ? new ChipReader(() -> simulated, Optional.of(simulated), monitor)
                    : new ChipReader(drivers, Optional.empty(), monitor);
        }
    }
}
