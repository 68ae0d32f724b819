package org.waypost.hub.officer;

import static java.util.Objects.requireNonNull;

import org.waypost.hub.casebook.Officer;

/**
 * An enrolled officer.
 *
 * @param officer the name that stands in the audit
 * @param password what they show that they are it by
 */
public record Account(Officer officer, Role role, HashedPassword password) {
    /** Stands in the audit for a name that nobody is enrolled under. */
    static final Officer NOBODY = new Officer("unknown");

    public Account {
        requireNonNull(officer);
        requireNonNull(role);
        requireNonNull(password);
        if (officer.equals(NOBODY)) {
            throw new IllegalArgumentException("this name stands for nobody in the audit: take another");
        }
    }
}
