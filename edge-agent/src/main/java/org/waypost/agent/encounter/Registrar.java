package org.waypost.agent.encounter;

import java.util.Locale;
import java.util.Set;

/**
 * The named clerk who acts.
 *
 * @param pseudonym 1 to 40 characters, stripped; never a name that stands for no person
 */
public record Registrar(String pseudonym) {
    private static final Set<String> NOBODY = Set.of("system", "terminal");

    public Registrar {
        pseudonym = pseudonym.strip();
        if (pseudonym.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a pseudonym holds no control character");
        }
        if (pseudonym.isEmpty() || pseudonym.length() > 40 || NOBODY.contains(pseudonym.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a registrar is a named person, with a pseudonym of 1..40 characters");
        }
    }
}
