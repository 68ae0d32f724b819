package org.waypost.kiosk;

import java.util.List;
import java.util.function.Supplier;
import org.waypost.agent.settings.Settings;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.idcard.CardReader;
import org.waypost.drivers.idcard.PortraitDecoder;
import org.waypost.drivers.idcard.SamvCardReader;
import org.waypost.drivers.idcard.SamvSettings;
import org.waypost.drivers.serial.SerialLink;
import org.waypost.drivers.simulated.SamvSimulator;
import org.waypost.drivers.simulated.SpecimenPortraitDecoder;
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

    static Reader of(Settings.Reader settings, Presentation presentation) {
        return switch (settings) {
            case Settings.Reader.Simulated simulated -> simulated(simulated, presentation);
            case Settings.Reader.Serial serial ->
                new Reader(
                        () -> new SamvCardReader(
                                () -> SerialLink.open(serial.port(), serial.baud()),
                                PortraitDecoder.NONE,
                                SamvSettings.usual().polledEvery(serial.poll()).at(serial.baud()),
                                Ticker.SYSTEM),
                        List.of());
        };
    }

    private static Reader simulated(Settings.Reader.Simulated settings, Presentation presentation) {
        SamvSimulator module = new SamvSimulator();
        return new Reader(
                () -> new SamvCardReader(
                        module::connect,
                        new SpecimenPortraitDecoder(),
                        SamvSettings.usual().polledEvery(settings.poll()),
                        Ticker.SYSTEM),
                new SimulatedPanel(module, presentation).routes());
    }
}
