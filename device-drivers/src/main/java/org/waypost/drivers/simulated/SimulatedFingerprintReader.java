package org.waypost.drivers.simulated;

import java.time.Duration;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fingerprint.CaptureProgress;
import org.waypost.drivers.fingerprint.Ef01FingerprintReader;
import org.waypost.drivers.fingerprint.Fingerprint;
import org.waypost.drivers.fingerprint.FingerprintReader;

/**
 * A fingerprint reader without a device: the product's driver, a cable in memory and a simulated module on which drawn
 * fingers are laid. {@link #touch} and {@link #lift} may be called while another thread captures.
 */
public final class SimulatedFingerprintReader implements FingerprintReader {
    private final Ef01Simulator simulator;
    private final FingerprintReader driver;

    /** An optical module at the pace of a real line: a picture takes 3.3 s. */
    public SimulatedFingerprintReader() {
        this(new Ef01Simulator());
    }

    /** A module with the factory password. */
    public SimulatedFingerprintReader(Ef01Simulator simulator) {
        this.simulator = simulator;
        this.driver = new Ef01FingerprintReader(simulator::connect);
    }

    /** Lays a finger on the sensor, in place of one that lies there. */
    public void touch(SpecimenFinger finger) {
        simulator.touch(finger);
    }

    /** Lifts the finger, if there is one. */
    public void lift() {
        simulator.lift();
    }

    /** The module, to arm faults on. */
    public Ef01Simulator simulator() {
        return simulator;
    }

    @Override
    public Reading<Fingerprint> capture(Duration patience, CaptureProgress progress) {
        return driver.capture(patience, progress);
    }

    @Override
    public void close() {
        driver.close();
    }
}
