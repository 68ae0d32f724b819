package org.waypost.trials;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.mrz.MrzFraming;
import org.waypost.drivers.mrz.MrzParser;
import org.waypost.drivers.mrz.MrzProfile;
import org.waypost.drivers.mrz.SerialMrzReader;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.simulated.MrzSimulator;
import org.waypost.drivers.simulated.MrzSpecimen;

/** A passport drawn through a reader of zones once the driver listens; a box that is asked holds it before. */
final class PulledZone implements PulledDevice {
    private final CountDownLatch served = new CountDownLatch(1);
    private final CountDownLatch listening = new CountDownLatch(1);
    private final MrzProfile profile;
    private final MrzSimulator box;

    PulledZone(MrzProfile profile) {
        this.profile = profile;
        this.box = new MrzSimulator(profile);
        if (isAsked()) {
            box.swipe(MrzSpecimen.PASSPORT);
        }
    }

    private boolean isAsked() {
        return profile.framing() == MrzFraming.Plain.COUNTED;
    }

    @Override
    public void serve(Link far) {
        box.serve(new HeardLink(far, served::countDown, () -> {}));
    }

    @Override
    public Reading<?> read(Link.Opener near, Runnable done) {
        Link.Opener heard = () -> new HeardLink(near.open(), () -> {}, listening::countDown);
        Thread hand = Thread.ofVirtual().name("waypost-pulled-hand").start(this::swipe);
        try (SerialMrzReader reader =
                new SerialMrzReader(heard, profile, new MrzParser(Clock.systemUTC()), Ticker.SYSTEM)) {
            Reading<?> reading = reader.read(Duration.ofSeconds(10));
            done.run();
            return reading;
        } finally {
            hand.interrupt();
        }
    }

    private void swipe() {
        try {
            served.await();
            listening.await();
            if (!isAsked()) {
                box.swipe(MrzSpecimen.PASSPORT);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
