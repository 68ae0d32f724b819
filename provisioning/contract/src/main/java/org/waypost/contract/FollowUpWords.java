package org.waypost.contract;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The 2,048 words of follow-up codes: two syllables each, of letters that every keyboard has and no two of which look
 * alike, and of no language, so that a code tells nothing of who carries it (invariant I22). Order is part of the
 * contract.
 */
final class FollowUpWords {
    /** Bits that a word stands for. */
    static final int BITS = 11;

    private static final List<String> WORDS = read();
    private static final Map<String, Integer> INDEX = index();

    private FollowUpWords() {}

    static String word(int index) {
        return WORDS.get(index);
    }

    /** Its place in the list; -1 if it is none of the words. */
    static int index(String word) {
        return INDEX.getOrDefault(word, -1);
    }

    private static List<String> read() {
        try (InputStream in = FollowUpWords.class.getResourceAsStream("follow-up-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("this build has no follow-up-words.txt");
            }
            List<String> words = new String(in.readAllBytes(), US_ASCII).lines().toList();
            if (words.size() != 1 << BITS) {
                throw new IllegalStateException("follow-up-words.txt has " + words.size() + " words");
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> index() {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < WORDS.size(); i++) {
            index.put(WORDS.get(i), i);
        }
        return Map.copyOf(index);
    }
}
