package org.waypost.drivers.camera;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Supervised;

/**
 * A camera for one sitting: it runs from the first preview or picture to {@link #close()}, and no longer. One consumer
 * at a time: a verb called while another runs answers {@code Faulty(IN_USE)} at once. Never throws for what a camera
 * may do; a camera that was lost is opened again by a later verb, after a pause.
 */
public interface Camera extends Device {
    /** A verb that lasts so much longer than its patience is given up; opening a slow camera stays below. */
    Duration LONGEST_START = Duration.ofSeconds(20);

    /**
     * Waits for a picture for the page. Each is given once and is the newest there is; those in between are dropped.
     *
     * @param patience how long to wait; the opening of the camera, begun within it, is waited for up to 10 s longer
     * @return a picture received at most 500 ms ago, which the caller owns and closes; nobody where none came in the
     *     time given, the thread was interrupted or the camera closed meanwhile; or the fault
     */
    Reading<Frame> preview(Duration patience);

    /**
     * Takes one still picture for a verification, once the exposure has settled.
     *
     * @param patience as for {@link #preview}; several pictures must come within it
     * @return the decoded picture, which the caller owns and closes; nobody as for {@link #preview}; or the fault:
     *     {@code LIGHT_UNSTEADY} where the exposure did not settle within 60 pictures
     */
    Reading<Portrait> photograph(Duration patience);

    /** What the camera really delivers, which may be less than it was asked for; empty before the first picture. */
    Optional<Delivery> delivery();

    /**
     * What a camera delivers.
     *
     * @param width pixels
     * @param height pixels
     * @param framesPerSecond measured over the last 16 pictures; 0 before the second
     */
    record Delivery(int width, int height, double framesPerSecond) {}

    /**
     * A camera under supervision: its health goes to the monitor, a driver that hangs or throws is replaced.
     *
     * @param drivers makes a driver, at first and after one that failed
     */
    static Camera supervised(Supplier<Camera> drivers, HealthMonitor monitor) {
        return new SupervisedCamera(new Supervised<>(drivers, monitor));
    }
}
