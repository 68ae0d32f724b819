package org.waypost.drivers.device;

import java.util.Map;
import java.util.Optional;

/** The values of a driver's settings, each of the form that the driver declared. Unchangeable. */
public final class SettingValues {
    private final Map<String, String> values;

    SettingValues(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** The value; empty if none was given and there is no preset. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The value of a whole number that has a preset. */
    public int number(String key) {
        return Integer.parseInt(text(key).orElseThrow());
    }

    /** What the value of a choice with a preset stands for. */
    public <T> T one(String key, Map<String, T> meanings) {
        return text(key)
                .flatMap(word -> Optional.ofNullable(meanings.get(word)))
                .orElseThrow();
    }

    /** Values may be secrets of an operator. */
    @Override
    public String toString() {
        return "SettingValues" + values.keySet();
    }
}
