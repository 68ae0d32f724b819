package org.waypost.drivers.panel;

import java.util.regex.Pattern;

/**
 * A person's order to reset the tamper latch. The caller has made sure that they have the right: the driver knows no
 * rights, it only demands a name for the journal.
 *
 * @param person the name by which the audit knows them, 1..64 printable characters
 */
public record TamperReset(String person) {
    private static final Pattern NAME = Pattern.compile("\\P{Cntrl}{1,64}");

    public TamperReset {
        if (person.isBlank() || !NAME.matcher(person).matches()) {
            throw new IllegalArgumentException("a reset is somebody's, by a name of 1 to 64 characters");
        }
    }
}
