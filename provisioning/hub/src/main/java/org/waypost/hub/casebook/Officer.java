package org.waypost.hub.casebook;

/**
 * The person who looks or decides, as they give their name or number: 2 to 40 printable characters.
 *
 * @param name kept in the audit
 */
public record Officer(String name) {
    /** Longest name, in characters. */
    public static final int NAME_MAX = 40;

    public Officer {
        name = Reason.printable(name, 2, NAME_MAX);
    }
}
