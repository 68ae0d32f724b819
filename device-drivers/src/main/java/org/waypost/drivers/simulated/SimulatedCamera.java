package org.waypost.drivers.simulated;

import java.time.Duration;
import java.util.Optional;
import org.waypost.drivers.camera.Camera;
import org.waypost.drivers.camera.Frame;
import org.waypost.drivers.camera.MjpegCamera;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;

/** A camera without a device: the product's driver and a stream in memory from a simulated camera. */
public final class SimulatedCamera implements Camera {
    private final CameraSimulator simulator;
    private final Camera driver;

    /** A camera of 1280 x 720 at 15 pictures a second. */
    public SimulatedCamera() {
        this(new CameraSimulator());
    }

    public SimulatedCamera(CameraSimulator simulator) {
        this.simulator = simulator;
        this.driver = new MjpegCamera(simulator::connect, Ticker.SYSTEM);
    }

    /** The camera, to arm faults on. */
    public CameraSimulator simulator() {
        return simulator;
    }

    @Override
    public Reading<Frame> preview(Duration patience) {
        return driver.preview(patience);
    }

    @Override
    public Reading<Portrait> photograph(Duration patience) {
        return driver.photograph(patience);
    }

    @Override
    public Optional<Delivery> delivery() {
        return driver.delivery();
    }

    @Override
    public void close() {
        driver.close();
    }
}
