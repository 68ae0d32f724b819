package org.waypost.kiosk;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.waypost.agent.encounter.FingerUse;
import org.waypost.agent.encounter.MarriageCounter;
import org.waypost.agent.finger.MinutiaeComparison;
import org.waypost.agent.settings.Settings;
import org.waypost.drivers.device.Health;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Presentation;
import org.waypost.kiosk.technician.SimulatedFingerPanel;

/**
 * What a terminal takes fingers with.
 *
 * @param module the reader, if there is one
 * @param use how fingers are used; empty where nobody is asked for one
 * @param monitor of the module
 */
record Touch(Optional<FingerModule> module, Optional<FingerUse> use, HealthMonitor monitor) {

    static Touch of(Settings settings, HealthMonitor monitor, InstantSource clock) {
        return new Touch(
                settings.fingerprint().map(named -> FingerModule.of(named, clock)), use(settings.finger()), monitor);
    }

    private static Optional<FingerUse> use(Settings.Biometrics mode) {
        return switch (mode) {
            case Settings.Biometrics.Off off -> Optional.empty();
            case Settings.Biometrics.On on -> Optional.of(new FingerUse(new MinutiaeComparison(), on.retention()));
        };
    }

    /** Looks for fingers, where they are used. */
    Optional<FingerLoop> loop(MarriageCounter counter) {
        return module.filter(any -> use.isPresent()).map(named -> new FingerLoop(counter, named.drivers(), monitor));
    }

    List<Health> devices() {
        return module.map(named -> monitor.health()).stream().toList();
    }

    /** The page that comes with a simulated module; none otherwise. */
    List<Route> panel(Presentation presentation) {
        return module.flatMap(FingerModule::simulator).stream()
                .flatMap(simulator -> new SimulatedFingerPanel(simulator, presentation).routes().stream())
                .toList();
    }
}
