package org.waypost.contract;

/**
 * Free text as messages carry it: stripped, bounded, without control characters but the line feed, and real text: no
 * half of a surrogate pair, which no store could write as UTF-8.
 */
final class Text {
    private Text() {}

    /**
     * The stripped text; an {@link IllegalArgumentException} names the field if it is too long or holds what it must
     * not.
     */
    static String atMost(int limit, String field, String text) {
        String stripped = text.strip();
        if (stripped.length() > limit) {
            throw new IllegalArgumentException(field + " has more than " + limit + " characters");
        }
        if (stripped.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            throw new IllegalArgumentException(field + " holds a control character");
        }
        if (stripped.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalArgumentException(field + " holds half a surrogate pair");
        }
        return stripped;
    }

    /** As {@link #atMost}, and not empty. */
    static String some(int limit, String field, String text) {
        String stripped = atMost(limit, field, text);
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException(field + " is empty");
        }
        return stripped;
    }
}
