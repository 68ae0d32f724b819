package org.waypost.trials;

import java.time.Duration;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fingerprint.CaptureProgress;
import org.waypost.drivers.fingerprint.Ef01FingerprintReader;
import org.waypost.drivers.fingerprint.Fingerprint;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.simulated.Ef01Model;
import org.waypost.drivers.simulated.Ef01Simulator;
import org.waypost.drivers.simulated.SpecimenFinger;

/** A finger on a module without a lamp: the acknowledges of the greeting and of the capture, then the picture. */
final class PulledFinger implements PulledDevice {
    private static final int CONTENT = 256;
    private static final int PACKET = CONTENT + 11;

    /** Two packets of the picture. */
    static final int TWO_PACKETS = 2 * PACKET;

    /** All packets of the picture; nothing is sent after them. */
    static final int PICTURE = Ef01Model.ZFM_20.width() * Ef01Model.ZFM_20.height() / 2 / CONTENT * PACKET;

    private final Ef01Simulator module = new Ef01Simulator(Ef01Model.ZFM_20, false);

    PulledFinger() {
        module.touch(SpecimenFinger.of(1));
    }

    @Override
    public void serve(Link far) {
        module.serve(far);
    }

    @Override
    public Reading<?> read(Link.Opener near, Runnable done) {
        try (Ef01FingerprintReader reader = new Ef01FingerprintReader(near)) {
            Reading<Fingerprint> reading = reader.capture(Duration.ofSeconds(10), CaptureProgress.UNHEARD);
            done.run();
            if (reading instanceof Reading.Taken<Fingerprint> taken) {
                taken.value().close();
            }
            return reading;
        }
    }
}
