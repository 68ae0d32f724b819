package org.waypost.drivers.panel;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProviderImpl;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProviderImpl;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The product's Pi4J adapter on Pi4J's own simulated lines, wired as the real ones. */
class Pi4jPanelTest extends PanelContract {
    private final Map<PanelInput, Level> wires = new EnumMap<>(PanelInput.class);
    private final Map<Integer, MockDigitalInput> inputs = new HashMap<>();
    private final Map<Integer, MockDigitalOutput> outputs = new HashMap<>();
    private final Map<PanelOutput, Level> shorted = new EnumMap<>(PanelOutput.class);
    private boolean absent;

    Pi4jPanelTest() {
        for (PanelInput input : PanelInput.values()) {
            wires.put(input, input.idle());
        }
    }

    /** Inputs whose level comes from outside, as it does on a board. */
    private final class WiredInputs extends MockDigitalInputProviderImpl {
        @Override
        public DigitalInput create(DigitalInputConfig config) {
            MockDigitalInput line = new MockDigitalInput(this, config) {
                @Override
                public DigitalState state() {
                    mustBeThere();
                    return super.state();
                }
            };
            context.registry().add(line);
            inputs.put(config.address(), line);
            PanelInput input = input(config);
            line.mockState(DigitalState.getState(wires.get(input) == Level.HIGH));
            return line;
        }
    }

    private final class WiredOutputs extends MockDigitalOutputProviderImpl {
        @Override
        public DigitalOutput create(DigitalOutputConfig config) {
            MockDigitalOutput line = new MockDigitalOutput(this, config) {
                @Override
                public DigitalOutput state(DigitalState state) {
                    mustBeThere();
                    return super.state(state);
                }
            };
            context.registry().add(line);
            outputs.put(config.address(), line);
            return line;
        }
    }

    private void mustBeThere() {
        if (absent) {
            throw new IOException("pulled");
        }
    }

    /** Finds the signal of a pin, and makes sure that it was asked for with its own resistor and without debouncing. */
    private static PanelInput input(DigitalInputConfig config) {
        PanelInput input = PanelPins.usual().inputs().entrySet().stream()
                .filter(entry -> entry.getValue().equals(config.address()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        PullResistance pull = input == PanelInput.PRESENCE ? PullResistance.PULL_DOWN : PullResistance.PULL_UP;
        if (config.pull() != pull || config.debounce() != 0) {
            throw new IllegalStateException(input + " was not asked for as it is wired");
        }
        return input;
    }

    private Context context() {
        mustBeThere();
        return Pi4J.newContextBuilder()
                .noAutoDetect()
                .noAutoInject()
                .disableShutdownHook()
                .add(new WiredOutputs(), new WiredInputs())
                .build();
    }

    private boolean readBack(DigitalOutput output) {
        return signal(output)
                .map(shorted::get)
                .map(level -> level == Level.HIGH)
                .orElseGet(() -> output.state().isHigh());
    }

    private static Optional<PanelOutput> signal(DigitalOutput output) {
        return PanelPins.usual().outputs().entrySet().stream()
                .filter(entry -> entry.getValue().equals(output.address()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    protected Board.Opener board() {
        return (pins, edges) -> Pi4jBoard.open(this::context, this::readBack, pins, edges);
    }

    private void wire(PanelInput input, Level level) {
        wires.put(input, level);
        MockDigitalInput line = inputs.get(PanelPins.usual().inputs().get(input));
        if (line != null) {
            line.mockState(DigitalState.getState(level == Level.HIGH));
        }
    }

    @Override
    protected void set(PanelInput input) {
        wire(input, input.active());
    }

    @Override
    protected void clear(PanelInput input) {
        wire(input, input.idle());
    }

    @Override
    protected Level level(PanelOutput output) {
        MockDigitalOutput line = outputs.get(PanelPins.usual().outputs().get(output));
        return Level.of(line != null && !absent && line.state().isHigh());
    }

    @Override
    protected void shorten(PanelOutput output, Level level) {
        shorted.put(output, level);
    }

    @Override
    protected void unplug() {
        absent = true;
    }

    @Override
    protected void plug() {
        absent = false;
    }
}
