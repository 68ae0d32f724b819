package org.waypost.drivers.panel;

import org.waypost.drivers.device.Reading;

/**
 * What people before a terminal see and pass. Knows nothing of help, tampering or hits: no answer of a
 * {@link PanelWatch} comes here but through a person who decides.
 */
public interface PublicSignals {

    /**
     * Lights one lamp, or none; what was lit goes out first.
     *
     * @return the lamp, after its lines were read back; or the fault, and then everything is dark and the gate closed
     */
    Reading<Lamp> show(Lamp lamp);

    /**
     * Releases the gate for a time and returns at once; the end comes by itself, also in failure.
     *
     * @return whether it was released; or the fault, and then everything is dark and the gate closed
     */
    Reading<Release> release(GatePulse pulse);

    /** What came of the wish to release the gate. */
    enum Release {
        BEGUN,
        /** An earlier pulse runs: it ends when it would have. */
        ALREADY_RUNNING
    }
}
