package org.waypost.drivers.fingerprint;

import java.time.Duration;
import org.waypost.drivers.device.Reading;

/**
 * A sensor that takes the picture of one finger. One caller at a time; never throws for what a sensor or a finger may
 * do. It compares nothing and keeps nothing.
 */
public interface FingerprintReader extends AutoCloseable {

    /**
     * Waits for a finger and takes its picture, whatever its quality: {@link PrintQualityGate} judges it.
     *
     * @param patience how long to wait for a finger; a transfer begun within it is finished
     * @param progress told of every stage, in the caller's thread
     * @return the picture, which the caller owns and closes; nobody, also when the thread was interrupted or the reader
     *     closed meanwhile; or the fault
     */
    Reading<Fingerprint> capture(Duration patience, CaptureProgress progress);

    /** Gives the device back, and ends a capture that runs; a later {@code capture} is a defect of the caller. */
    @Override
    void close();
}
