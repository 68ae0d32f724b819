package org.waypost.trials;

import java.time.Duration;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.idcard.PortraitDecoder;
import org.waypost.drivers.idcard.SamvCardReader;
import org.waypost.drivers.idcard.SamvSettings;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.simulated.IdleHabit;
import org.waypost.drivers.simulated.SamvSimulator;
import org.waypost.drivers.simulated.SpecimenCard;
import org.waypost.drivers.simulated.WirePace;

/** A card on a reader: status, number where one is provisioned, find, select, read. */
final class PulledCard implements PulledDevice {
    private final SamvSimulator module = new SamvSimulator(IdleHabit.KEEPS_REPORTING, WirePace.unpaced());
    private final SamvSettings settings;

    PulledCard(SamvSettings settings) {
        this.settings = settings;
        module.place(SpecimenCard.TEST_JIA.image());
    }

    @Override
    public void serve(Link far) {
        module.serve(far);
    }

    @Override
    public Reading<?> read(Link.Opener near, Runnable done) {
        try (SamvCardReader reader = new SamvCardReader(near, PortraitDecoder.NONE, settings, Ticker.SYSTEM)) {
            Reading<Document> reading = reader.read(Duration.ofSeconds(10));
            done.run();
            if (reading instanceof Reading.Taken<Document> taken) {
                taken.value().close();
            }
            return reading;
        }
    }
}
