package org.waypost.drivers.serial;

/** The link cannot be opened or has ended: cable pulled, port gone, other side closed. Holds no data of a message. */
public final class LinkLost extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param reason what ended it; a port may be named, data may not */
    public LinkLost(String reason) {
        super(reason);
    }

    /** @param reason what ended it; a port may be named, data may not */
    public LinkLost(String reason, Throwable cause) {
        super(reason, cause);
    }
}
