package org.waypost.agent.settings;

/** A settings file that a terminal does not start with. The message is one line: file, key, and what to do. */
public final class SettingsFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsFailure(String message) {
        super(message);
    }

    public SettingsFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
