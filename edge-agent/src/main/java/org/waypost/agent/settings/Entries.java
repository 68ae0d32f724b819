package org.waypost.agent.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The keys and values of one file, each known and given once; what cannot be read as asked is refused by name.
 *
 * @param file absolute; relative paths in it start at its directory
 */
record Entries(Path file, Map<String, String> values) {
    private static final int LONGEST = 255;

    static Entries read(Path file, Set<Key> known) {
        Entries entries = new Entries(file.toAbsolutePath(), new TreeMap<>());
        try (Reader in = Files.newBufferedReader(file)) {
            entries.new Lines(known).load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsFailure(
                    "settings file " + file + " cannot be read: check that it exists, is readable and is UTF-8", e);
        }
        return entries;
    }

    String text(Key key) {
        String value = values.get(key.text());
        if (value == null) {
            throw failure(key.text(), "is missing: add it, the README shows every key");
        }
        if (value.isBlank()) {
            throw failure(key.text(), "is empty: give it a value, the README shows every key");
        }
        return value.strip();
    }

    /** Whether the file has it; what may be left out is asked for by this first. */
    boolean has(Key key) {
        return values.containsKey(key.text());
    }

    /** The value as another type; {@code form} is what it must be, said to who has to correct it. */
    <T> T as(Key key, String form, Function<String, T> reading) {
        String value = text(key);
        try {
            return reading.apply(value);
        } catch (RuntimeException malformed) {
            throw malformed(key, form);
        }
    }

    Path path(Key key) {
        return as(key, "a path", value -> file.resolveSibling(value).normalize());
    }

    long number(Key key, long least, long most) {
        String form = "a whole number from " + least + " to " + most;
        long number = as(key, form, Long::parseLong);
        if (number < least || number > most) {
            throw malformed(key, form);
        }
        return number;
    }

    /**
     * Values of a driver's own, by what follows the prefix; which of them there may be, and of what form, only the
     * driver knows.
     *
     * @param others keys of this prefix that are not the driver's
     */
    Map<String, String> under(String prefix, Set<Key> others) {
        Map<String, String> own = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)
                    && others.stream().noneMatch(other -> other.text().equals(key))) {
                own.put(key.substring(prefix.length()), oneOfADriver(key, value.strip()));
            }
        });
        return own;
    }

    private String oneOfADriver(String key, String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw failure(key, "is not 1 to " + LONGEST + " characters: correct it, or remove it for the preset");
        }
        return value;
    }

    /** What is wrong with a value beside others. */
    SettingsFailure failure(Key key, String what) {
        return failure(key.text(), what);
    }

    private SettingsFailure malformed(Key key, String form) {
        return failure(key.text(), "is not " + form + ": correct its value");
    }

    /** What is wrong with a value of a driver's own. */
    SettingsFailure failure(String key, String what) {
        return new SettingsFailure("settings file " + file + ": key " + key + " " + what);
    }

    /** The JDK's reader of such files, which alone would take the last of two equal keys. */
    private final class Lines extends Properties {
        private static final long serialVersionUID = 1L;

        private final transient Set<Key> known;

        Lines(Set<Key> known) {
            this.known = known;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            String name = key.toString();
            if (!Key.knows(known, name)) {
                throw failure(name, "is unknown: remove it or correct its spelling");
            }
            if (values.put(name, value.toString()) != null) {
                throw failure(name, "is there twice: remove one");
            }
            return value;
        }
    }
}
