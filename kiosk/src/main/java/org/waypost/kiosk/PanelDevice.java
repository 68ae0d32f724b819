package org.waypost.kiosk;

import java.time.InstantSource;
import java.util.Optional;
import org.waypost.agent.settings.Settings;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.panel.Panel;
import org.waypost.drivers.simulated.SimulatedBoard;
import org.waypost.drivers.simulated.SimulatedPanel;

/**
 * The panel that the settings name.
 *
 * @param panel opens its lines when it is first used
 * @param board the lines themselves, where they are simulated
 */
record PanelDevice(Panel panel, Optional<SimulatedBoard> board) {

    /** @throws StartFailure if no driver takes it, or not with these values */
    static PanelDevice of(Settings.Panel settings, InstantSource clock) {
        var wish = new DriverCatalog.Wish(DeviceKind.PANEL, settings.driver(), settings.address(), settings.values());
        Panel panel = Drivers.installed(clock).open("panel", wish, Panel.class);
        return new PanelDevice(
                panel, panel instanceof SimulatedPanel simulated ? Optional.of(simulated.board()) : Optional.empty());
    }
}
