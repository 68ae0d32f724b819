package org.waypost.kiosk;

/** A terminal that cannot start as it is installed. The message is one line that says what to do. */
final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailure(String message) {
        super(message);
    }

    StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
