package org.waypost.drivers.panel;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.waypost.drivers.device.Fault;

/** One thing a panel did or sensed. The kick of the watchdog is not told: two changes a second say nothing. */
public sealed interface PanelRecord {

    Instant at();

    /** The lamp shows this from now on. */
    record LampSet(Instant at, Lamp lamp, Cause cause) implements PanelRecord {
        public LampSet {
            requireNonNull(at);
            requireNonNull(lamp);
            requireNonNull(cause);
        }
    }

    /** The relay is energised: entry is free. */
    record GateReleased(Instant at, GatePulse pulse, Cause cause) implements PanelRecord {
        public GateReleased {
            requireNonNull(at);
            requireNonNull(pulse);
            requireNonNull(cause);
        }
    }

    /** The relay is de-energised: entry stays closed. */
    record GateClosed(Instant at, Cause cause) implements PanelRecord {
        public GateClosed {
            requireNonNull(at);
            requireNonNull(cause);
        }
    }

    /** An input meant something. */
    record Sensed(PanelEvent event) implements PanelRecord {
        public Sensed {
            requireNonNull(event);
        }

        @Override
        public Instant at() {
            return event.at();
        }
    }

    /** A person reset the tamper latch. */
    record TamperCleared(Instant at, TamperReset by) implements PanelRecord {
        public TamperCleared {
            requireNonNull(at);
            requireNonNull(by);
        }
    }

    /**
     * The board was lost.
     *
     * @param outputs whether the outputs could still be set low
     */
    record Lost(Instant at, Fault fault, Outputs outputs) implements PanelRecord {
        public Lost {
            requireNonNull(at);
            requireNonNull(fault);
            requireNonNull(outputs);
        }
    }

    /** Why an output changed. */
    enum Cause {
        /** The panel was opened. */
        OPENED,
        /** Somebody called for it. */
        ASKED,
        /** The time of a pulse was over. */
        PULSE_OVER,
        /** The panel was closed. */
        CLOSED,
        /** The board failed. */
        FAILED
    }

    /** How outputs were left. */
    enum Outputs {
        SAFE,
        /** They could not be set low: only the external watchdog, whose kick has stopped, keeps the gate closed. */
        UNCERTAIN
    }
}
