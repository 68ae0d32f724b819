package org.waypost.kiosk;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.waypost.agent.panel.Tampering;
import org.waypost.agent.settings.Settings;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Health;
import org.waypost.drivers.device.HealthMonitor;

/**
 * What a terminal's housing has besides its screens.
 *
 * @param panel lamps, help button and tamper loop, if there are any
 * @param tampering whether it was opened
 * @param health of the panel and the housing
 */
record Housing(Optional<PanelDevice> panel, Tampering tampering, PanelHealth health) {

    /** @throws StartFailure if the settings name a panel that no driver takes */
    static Housing of(Settings settings, InstantSource clock) {
        Tampering tampering = new Tampering();
        HealthMonitor monitor = new HealthMonitor(DeviceKind.PANEL, "panel", clock);
        return new Housing(
                settings.panel().map(named -> PanelDevice.of(named, clock)),
                tampering,
                new PanelHealth(monitor, tampering, clock));
    }

    List<Health> devices() {
        return panel.map(any -> health.devices()).orElse(List.of());
    }

    /** Puts the panel to work at the counter, if there is one. */
    Optional<PanelPost> post(Agent agent, BooleanSupplier outOfOrder, InstantSource clock) {
        return panel.map(device -> new PanelPost(device, this, agent, outOfOrder, clock));
    }
}
