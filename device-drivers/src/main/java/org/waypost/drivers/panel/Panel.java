package org.waypost.drivers.panel;

import org.waypost.drivers.device.Device;

/**
 * Lamps, gate, help button, tamper loop and presence sensor of a terminal. Hand on only the side that is needed: what
 * reacts to events gets the {@link PanelWatch} and so cannot light a lamp. Opened by its first use; everything is dark
 * and the gate closed then, after a fault, and from {@link #close()} on. Safe for use by several threads.
 */
public interface Panel extends Device, PublicSignals, PanelWatch {

    /**
     * Says to whom every change of an output and every event is told; before that the panel is not used: a defect of
     * the caller.
     */
    void tell(PanelJournal journal);
}
