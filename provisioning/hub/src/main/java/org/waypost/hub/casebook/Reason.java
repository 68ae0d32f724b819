package org.waypost.hub.casebook;

/**
 * Why an officer looks or decides, in their own words: 3 to 200 printable characters.
 *
 * @param words kept in the audit
 */
public record Reason(String words) {
    /** Longest reason, in characters. */
    public static final int WORDS_MAX = 200;

    public Reason {
        words = printable(words, 3, WORDS_MAX);
    }

    static String printable(String text, int least, int most) {
        String stripped = text.strip();
        if (stripped.length() < least || stripped.length() > most) {
            throw new IllegalArgumentException("between " + least + " and " + most + " characters");
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a control character");
        }
        return stripped;
    }
}
