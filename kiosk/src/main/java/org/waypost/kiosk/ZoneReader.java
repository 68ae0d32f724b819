package org.waypost.kiosk;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.agent.settings.Settings;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.mrz.MrzParser;
import org.waypost.drivers.mrz.MrzProfile;
import org.waypost.drivers.mrz.MrzReader;
import org.waypost.drivers.mrz.SerialMrzReader;
import org.waypost.drivers.simulated.MrzSimulatedReader;
import org.waypost.drivers.simulated.MrzSimulator;

/**
 * The reader of zones that the settings name.
 *
 * @param drivers makes a driver for it
 * @param simulator the device itself, where it is a simulated one: it outlives its drivers
 * @param monitor keeps its health, from one driver to the next
 */
record ZoneReader(Supplier<MrzReader> drivers, Optional<MrzSimulator> simulator, HealthMonitor monitor) {

    /** @throws StartFailure if no driver takes it */
    static ZoneReader of(Settings.Named named, Drivers installed, MrzParser parser, InstantSource clock) {
        Supplier<MrzReader> drivers =
                () -> installed.open("zone", Passports.wish(DeviceKind.MRZ_READER, named), MrzReader.class);
        HealthMonitor monitor = new HealthMonitor(DeviceKind.MRZ_READER, "zone", clock);
        // tried once, so that a wrong name is told at the start and not before a person
        try (MrzReader tried = drivers.get()) {
            return tried instanceof MrzSimulatedReader simulated
                    ? simulated(simulated.simulator(), parser, monitor)
                    : new ZoneReader(drivers, Optional.empty(), monitor);
        }
    }

    private static ZoneReader simulated(MrzSimulator device, MrzParser parser, HealthMonitor monitor) {
        return new ZoneReader(
                () -> new SerialMrzReader(device::connect, MrzProfile.STX_LRC, parser, Ticker.SYSTEM),
                Optional.of(device),
                monitor);
    }
}
