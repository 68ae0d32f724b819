package org.waypost.drivers.panel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waypost.drivers.device.Setting;
import org.waypost.drivers.device.Setting.Form;
import org.waypost.drivers.device.SettingValues;

/** The pins of a panel as settings of a driver: {@code pin-lamp-red}, {@code pin-gate}, {@code pin-help} and so on. */
final class PinSettings {
    static final String PRESENCE_HOLD = "presence-hold-seconds";

    private PinSettings() {}

    static List<Setting> all() {
        List<Setting> settings = new ArrayList<>();
        PanelPins.usual().outputs().forEach((output, pin) -> settings.add(pin(output, PanelPins.FOR_OUTPUTS, pin)));
        PanelPins.usual().inputs().forEach((input, pin) -> settings.add(pin(input, PanelPins.FOR_INPUTS, pin)));
        settings.add(new Setting(PRESENCE_HOLD, new Form.WholeNumber(5, 10), "8"));
        return List.copyOf(settings);
    }

    /** The key of a pin that another signal has already; empty if each has its own. */
    static Optional<String> usedTwice(SettingValues values) {
        Set<Integer> used = new HashSet<>();
        return all().stream()
                .map(Setting::key)
                .filter(key -> !key.equals(PRESENCE_HOLD))
                .filter(key -> !used.add(values.number(key)))
                .findFirst();
    }

    static PanelPins pins(SettingValues values) {
        Map<PanelOutput, Integer> outputs = new EnumMap<>(PanelOutput.class);
        for (PanelOutput output : PanelOutput.values()) {
            outputs.put(output, values.number(key(output)));
        }
        Map<PanelInput, Integer> inputs = new EnumMap<>(PanelInput.class);
        for (PanelInput input : PanelInput.values()) {
            inputs.put(input, values.number(key(input)));
        }
        return new PanelPins(outputs, inputs);
    }

    private static Setting pin(Enum<?> signal, Set<Integer> fit, int preset) {
        Set<String> words = fit.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
        return new Setting(key(signal), new Form.Choice(words), String.valueOf(preset));
    }

    private static String key(Enum<?> signal) {
        return "pin-" + signal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
