package org.waypost.hub.officer;

import java.text.Normalizer;

/**
 * A password in clear: 12 to 128 characters, in whatever script. Not printed.
 *
 * @param text in Unicode's form NFKC, so that two keyboards mean the same
 */
public record Password(String text) {
    /** Fewest characters. */
    public static final int SHORTEST = 12;

    /** Most characters. */
    public static final int LONGEST = 128;

    public Password {
        text = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            throw new IllegalArgumentException("a password has " + SHORTEST + " to " + LONGEST + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a password has no control character");
        }
    }

    @Override
    public String toString() {
        return "Password";
    }
}
