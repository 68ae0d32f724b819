package org.waypost.kiosk.devices;

/** A wish that cannot be followed on this installation. */
final class Misuse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String advice;

    /** @param advice one line that says what to do */
    Misuse(String advice) {
        super(advice);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
