package org.waypost.drivers.panel;

import static java.util.Objects.requireNonNull;

import org.waypost.drivers.device.Fault;

/** The lines cannot be opened, or cannot be trusted any more. */
public final class BoardLost extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String reason;

    /** @param reason one line for the technician; a chip or a line may be named */
    public BoardLost(Fault fault, String reason) {
        super(reason);
        this.fault = requireNonNull(fault);
        this.reason = reason;
    }

    /** @param reason one line for the technician; a chip or a line may be named */
    public BoardLost(Fault fault, String reason, Throwable cause) {
        super(reason, cause);
        this.fault = requireNonNull(fault);
        this.reason = reason;
    }

    public Fault fault() {
        return fault;
    }

    /** One line for the technician. */
    public String reason() {
        return reason;
    }
}
