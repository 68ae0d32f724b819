package org.waypost.drivers.fingerprint;

import java.time.Duration;
import java.util.function.Supplier;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Supervised;

/**
 * A sensor that takes the picture of one finger. One caller at a time; never throws for what a sensor or a finger may
 * do. It compares nothing and keeps nothing.
 */
public interface FingerprintReader extends Device {
    /**
     * A capture that lasts so much longer than its patience is given up. The slowest module that was found draws it out
     * by 22 s: it stays at 57600 baud and packets of 32 bytes, and the picture (8.6 s on the wire) is asked for twice
     * with a greeting and late answers about it. Only one that talks for ever needs more.
     */
    Duration LONGEST_CAPTURE = Duration.ofSeconds(30);

    /**
     * Waits for a finger and takes its picture, whatever its quality: {@link PrintQualityGate} judges it.
     *
     * @param patience how long to wait for a finger; a transfer begun within it is finished
     * @param progress told of every stage, in the thread that captures: the caller's, unless the reader is supervised
     * @return the picture, which the caller owns and closes; nobody, also when the thread was interrupted or the reader
     *     closed meanwhile; or the fault
     */
    Reading<Fingerprint> capture(Duration patience, CaptureProgress progress);

    /**
     * A reader under supervision: its health goes to the monitor, a driver that hangs or throws is replaced.
     *
     * @param drivers makes a driver, at first and after one that failed
     */
    static FingerprintReader supervised(Supplier<FingerprintReader> drivers, HealthMonitor monitor) {
        return new SupervisedFingerprintReader(new Supervised<>(drivers, monitor));
    }
}
