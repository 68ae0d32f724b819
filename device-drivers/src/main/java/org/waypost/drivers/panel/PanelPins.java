package org.waypost.drivers.panel;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toCollection;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which line carries which signal, by BCM number. There is no polarity to choose: outputs are active high on pins that
 * a Raspberry Pi pulls down from reset on, so that booting releases nothing.
 *
 * @param outputs a pin of {@link #FOR_OUTPUTS} for each
 * @param inputs a pin of {@link #FOR_INPUTS} for each; no pin is used twice
 */
public record PanelPins(Map<PanelOutput, Integer> outputs, Map<PanelInput, Integer> inputs) {
    /** Pulled down from reset on, and of no other use. Source: Raspberry Pi documentation, GPIO pull states. */
    public static final Set<Integer> FOR_OUTPUTS =
            sorted(IntStream.concat(IntStream.of(12, 13), IntStream.rangeClosed(16, 27)));

    /** Those, and 4 to 6. Left alone: 0 and 1 (HAT), 2 and 3 (I2C), 7 to 11 (SPI), 14 and 15 (UART). */
    public static final Set<Integer> FOR_INPUTS = sorted(
            IntStream.concat(IntStream.rangeClosed(4, 6), FOR_OUTPUTS.stream().mapToInt(Integer::intValue)));

    public PanelPins {
        outputs = Collections.unmodifiableMap(new EnumMap<>(outputs));
        inputs = Collections.unmodifiableMap(new EnumMap<>(inputs));
        if (outputs.size() != PanelOutput.values().length || inputs.size() != PanelInput.values().length) {
            throw new IllegalArgumentException("each signal has a pin");
        }
        if (!FOR_OUTPUTS.containsAll(outputs.values()) || !FOR_INPUTS.containsAll(inputs.values())) {
            throw new IllegalArgumentException("a pin is not fit for its signal");
        }
        Set<Integer> used = new HashSet<>(outputs.values());
        used.addAll(inputs.values());
        if (used.size() != outputs.size() + inputs.size()) {
            throw new IllegalArgumentException("a pin is used twice");
        }
    }

    /** Red 17, amber 27, green 22, gate 23, kick 26; tamper 24, help 25, presence 16. */
    public static PanelPins usual() {
        return new PanelPins(
                Map.of(
                        PanelOutput.LAMP_RED, 17,
                        PanelOutput.LAMP_AMBER, 27,
                        PanelOutput.LAMP_GREEN, 22,
                        PanelOutput.GATE, 23,
                        PanelOutput.KICK, 26),
                Map.of(PanelInput.TAMPER, 24, PanelInput.HELP, 25, PanelInput.PRESENCE, 16));
    }

    private static Set<Integer> sorted(IntStream pins) {
        return pins.boxed().collect(collectingAndThen(toCollection(TreeSet::new), Collections::unmodifiableSet));
    }
}
