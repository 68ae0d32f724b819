package org.waypost.kiosk;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.waypost.agent.settings.Settings;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.idcard.CardReader;
import org.waypost.drivers.simulated.SimulatedCardReader;
import org.waypost.kiosk.access.Route;
import org.waypost.kiosk.page.Presentation;
import org.waypost.kiosk.technician.SimulatedPanel;

/**
 * The card reader that the settings name.
 *
 * @param drivers makes a driver for it
 * @param panel the page that comes with a simulated one; none otherwise
 */
record Reader(Supplier<CardReader> drivers, List<Route> panel) {

    /** @throws StartFailure if no driver takes it, or a driver does not take its values */
    static Reader of(Settings.Named settings, Presentation presentation, InstantSource clock) {
        Drivers installed = Drivers.installed(clock);
        var wish = new DriverCatalog.Wish(
                DeviceKind.ID_CARD_READER, settings.driver(), settings.address(), settings.given());
        Supplier<CardReader> drivers = () -> installed.open("card-reader", wish, CardReader.class);
        // tried once, so that a wrong name is told at the start and not before a person
        try (CardReader tried = drivers.get()) {
            return tried instanceof SimulatedCardReader simulated
                    ? simulated(simulated, presentation)
                    : new Reader(drivers, List.of());
        }
    }

    private static Reader simulated(SimulatedCardReader first, Presentation presentation) {
        return new Reader(first::successor, new SimulatedPanel(first.simulator(), presentation).routes());
    }
}
