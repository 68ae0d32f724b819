package org.waypost.contract;

/** A key that is missing, unreadable or of the wrong kind: a broken installation. The message says what to do. */
public final class KeyFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyFailure(String message) {
        super(message);
    }

    public KeyFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
