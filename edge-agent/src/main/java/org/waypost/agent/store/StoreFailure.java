package org.waypost.agent.store;

/** The terminal's file cannot be read or written: a broken installation or a full disk. The message says what to do. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreFailure(String message) {
        super(message);
    }

    public StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
