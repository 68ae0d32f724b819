package org.waypost.kiosk.access;

/** For whom a route is. */
public enum Audience {
    /** The registrar at the counter. */
    CLERK,
    /** The screen that faces the parties. */
    PARTY,
    /** Whoever stands before a public station. */
    STATION,
    /** Who looks after the terminal. */
    TECHNICIAN,
    /** Whoever can reach the loopback port: style, script and nothing that differs between two requests. */
    ANYBODY
}
