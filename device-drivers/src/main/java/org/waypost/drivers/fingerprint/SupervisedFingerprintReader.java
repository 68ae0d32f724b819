package org.waypost.drivers.fingerprint;

import java.time.Duration;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Supervised;

/** A fingerprint reader whose driver may hang or fail. */
final class SupervisedFingerprintReader implements FingerprintReader {
    private final Supervised<FingerprintReader> device;

    SupervisedFingerprintReader(Supervised<FingerprintReader> device) {
        this.device = device;
    }

    @Override
    public Reading<Fingerprint> capture(Duration patience, CaptureProgress progress) {
        return device.use(
                patience.plus(LONGEST_CAPTURE), driver -> driver.capture(patience, progress), Fingerprint::close);
    }

    @Override
    public Identity identity() {
        return device.health().identity();
    }

    @Override
    public void close() {
        device.close();
    }
}
