package org.waypost.contract;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One thing seen or said, with where it comes from (invariant I14). There is no place for a score.
 *
 * @param source who or what it comes from
 * @param indicator the coded observation it supports, if one fits
 * @param words a short quote or description, 0 to 500 characters; empty only beside an indicator
 */
public record Statement(Source source, Optional<Indicator> indicator, String words) {
    /** Longest quote, in characters. */
    public static final int WORDS_MAX = 500;

    public Statement {
        requireNonNull(source);
        requireNonNull(indicator);
        words = Text.atMost(WORDS_MAX, "words", words);
        if (indicator.isEmpty() && words.isEmpty()) {
            throw new IllegalArgumentException("a statement has an indicator, words, or both");
        }
    }

    /** Where a statement comes from. */
    public enum Source {
        OBSERVED,
        SAID_BY_PERSON,
        SAID_BY_OTHER,
        DOCUMENT
    }
}
