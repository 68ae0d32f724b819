package org.waypost.agent.encounter;

/** Text a person typed: stripped, bounded. */
final class Words {
    private Words() {}

    /** The stripped text; an {@link IllegalArgumentException} names the field if it is empty or too long. */
    static String some(int limit, String field, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > limit) {
            throw new IllegalArgumentException(field + " has 1.." + limit + " characters");
        }
        return stripped;
    }

    /** The stripped text; an {@link IllegalArgumentException} names the field if it is too long. */
    static String any(int limit, String field, String text) {
        return text.isBlank() ? "" : some(limit, field, text);
    }
}
