package org.waypost.agent.panel;

import java.util.Locale;
import java.util.Set;

/**
 * Who looks after the terminal, by the name that the audit has.
 *
 * @param name 1 to 40 printable characters, stripped; never one that stands for no person
 */
public record Technician(String name) {
    private static final Set<String> NOBODY = Set.of("system", "terminal");
    private static final int LONGEST = 40;

    public Technician {
        name = name.strip();
        if (name.isEmpty()
                || name.length() > LONGEST
                || name.chars().anyMatch(Character::isISOControl)
                || NOBODY.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a technician is a named person, with a name of 1..40 characters");
        }
    }
}
