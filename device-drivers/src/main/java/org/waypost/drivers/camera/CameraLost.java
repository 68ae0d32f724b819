package org.waypost.drivers.camera;

import org.waypost.drivers.device.Fault;

/** A camera cannot be opened, or what it sends is no use; ends at the driver, which answers with the fault. */
public final class CameraLost extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /**
     * A loss.
     *
     * @param reason for the technician's log; never holds data
     */
    public CameraLost(Fault fault, String reason) {
        super(reason);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
