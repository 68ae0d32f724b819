package org.waypost.drivers.passport;

/** The chip has left the field, or its reader or the service between has gone. Holds no data of a command. */
public final class CardLost extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param reason what ended it; a reader may be named, data may not */
    public CardLost(String reason) {
        super(reason);
    }

    /** @param reason what ended it; a reader may be named, data may not */
    public CardLost(String reason, Throwable cause) {
        super(reason, cause);
    }
}
