package org.waypost.hub.store;

/**
 * The store does not do what it must: a full or broken disk, a server that is away, or a bug. The message says what to
 * look at.
 */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreFailure(String message) {
        super(message);
    }

    StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
