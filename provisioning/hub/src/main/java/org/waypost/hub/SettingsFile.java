package org.waypost.hub;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * A settings file (Java properties, UTF-8) while it is read: each key is asked for once, and what nobody asked for is
 * an error. Paths are relative to the file's directory.
 */
final class SettingsFile {
    private static final int PORT_MAX = 65_535;

    private final Path file;
    private final Map<String, String> left = new HashMap<>();

    private SettingsFile(Path file, Properties content) {
        this.file = file;
        content.stringPropertyNames()
                .forEach(key -> left.put(key, content.getProperty(key).strip()));
    }

    static SettingsFile read(Path file) {
        Properties content = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            content.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsRefused("settings file " + file + " cannot be read: give an existing file in UTF-8");
        }
        return new SettingsFile(file.toAbsolutePath(), content);
    }

    String text(String key) {
        String value = left.remove(key);
        if (value == null || value.isEmpty()) {
            throw refused("add a value for " + key);
        }
        return value;
    }

    boolean has(String key) {
        return left.containsKey(key);
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    Path path(String key) {
        return file.resolveSibling(text(key)).normalize();
    }

    int port(String key) {
        String value = text(key);
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > PORT_MAX) {
            throw refused(key + " must be a port from 1 to " + PORT_MAX + ", or 0 for any free one");
        }
        return Integer.parseInt(value);
    }

    /** From one day to the most; that many if the file says nothing. */
    Duration days(String key, int otherwise, Duration most) {
        String value = text(key, "" + otherwise);
        if (!value.matches("[1-9][0-9]{0,4}") || Integer.parseInt(value) > most.toDays()) {
            throw refused(key + " must be from 1 to " + most.toDays());
        }
        return Duration.ofDays(Integer.parseInt(value));
    }

    /** Whole minutes within bounds; otherwise many if the key is not there. */
    Duration minutes(String key, long otherwise, Duration least, Duration most) {
        String value = text(key, "" + otherwise);
        boolean number = value.matches("[0-9]{1,9}");
        if (!number || Long.parseLong(value) < least.toMinutes() || Long.parseLong(value) > most.toMinutes()) {
            throw refused(key + " must be " + least.toMinutes() + " to " + most.toMinutes() + " minutes");
        }
        return Duration.ofMinutes(Long.parseLong(value));
    }

    boolean onOrOff(String key) {
        return switch (text(key)) {
            case "on" -> true;
            case "off" -> false;
            default -> throw refused(key + " must be on or off");
        };
    }

    SettingsRefused refused(String next) {
        return new SettingsRefused("settings file " + file + ": " + next);
    }

    /** Refuses what nobody asked for. */
    void end() {
        left.keySet().stream().sorted().findFirst().ifPresent(key -> {
            throw refused("remove the unknown key " + key);
        });
    }
}
