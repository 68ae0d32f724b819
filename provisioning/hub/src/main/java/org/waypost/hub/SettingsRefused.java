package org.waypost.hub;

/** Settings with which the hub does not start; one line that says what to change. */
public final class SettingsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsRefused(String message) {
        super(message);
    }
}
