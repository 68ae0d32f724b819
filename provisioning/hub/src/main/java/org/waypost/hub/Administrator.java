package org.waypost.hub;

import org.waypost.hub.casebook.Officer;

/** Who runs a command: the operating system's user, since the desk's accounts may not exist yet. */
final class Administrator {
    private static final int NAME_MAX = Officer.NAME_MAX - "system user ".length();

    private Administrator() {}

    static Officer here() {
        String name = System.getProperty("user.name", "?");
        return new Officer("system user " + name.substring(0, Math.min(name.length(), NAME_MAX)));
    }
}
