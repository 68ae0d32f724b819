package org.waypost.drivers.device;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * One setting of a driver.
 *
 * @param key 1..40 of {@code a-z 0-9 -}
 * @param preset the value where none is given; empty where a setting may be left out altogether
 */
public record Setting(String key, Form form, String preset) {
    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,40}");

    public Setting {
        requireNonNull(form);
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("a key has 1 to 40 of a-z, 0-9 and the dash");
        }
        if (!preset.isEmpty() && !form.takes(preset)) {
            throw new IllegalArgumentException("the preset of " + key + " has not its form");
        }
    }

    /** What values a setting takes; all of them are text of at most 255 characters. */
    public sealed interface Form {

        /** Whether a value has this form. */
        boolean takes(String value);

        /** A whole number, both ends included. */
        record WholeNumber(long least, long most) implements Form {
            private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,18}");

            @Override
            public boolean takes(String value) {
                return DIGITS.matcher(value).matches()
                        && Long.parseLong(value) >= least
                        && Long.parseLong(value) <= most;
            }
        }

        /** One of several words. */
        record Choice(Set<String> words) implements Form {
            public Choice {
                words = Set.copyOf(words);
            }

            @Override
            public boolean takes(String value) {
                return words.contains(value);
            }
        }

        /** So many bytes, two hexadecimal digits each, without separators. */
        record Bytes(int count) implements Form {
            @Override
            public boolean takes(String value) {
                return value.length() == 2 * count
                        && value.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
            }
        }

        /** Any text. */
        record Text() implements Form {
            @Override
            public boolean takes(String value) {
                return value.length() <= 255;
            }
        }
    }
}
