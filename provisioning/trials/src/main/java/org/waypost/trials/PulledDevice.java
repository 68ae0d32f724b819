package org.waypost.trials;

import org.waypost.drivers.device.Reading;
import org.waypost.drivers.serial.Link;

/** A simulated device with something to read, and its driver, one at each end of a cable. Used once. */
interface PulledDevice {
    /** The device at its end; returns when the link is lost. */
    void serve(Link far);

    /**
     * The driver at the other end: reads once, wipes what it read, and lets the device go.
     *
     * @param done told when it has read, before it lets go
     */
    Reading<?> read(Link.Opener near, Runnable done);
}
