package org.waypost.drivers.panel;

import static java.lang.System.Logger.Level.WARNING;
import static java.util.Objects.requireNonNull;

import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.waypost.drivers.device.Fault;

/**
 * The lines of a chip through Pi4J. Its own debouncing is switched off. It hands on no time of the kernel: an edge gets
 * the time at which Pi4J tells of it.
 */
final class Pi4jBoard implements Board {
    private static final System.Logger LOG = System.getLogger(Pi4jBoard.class.getName());

    private final Map<PanelOutput, DigitalOutput> outputs = new EnumMap<>(PanelOutput.class);
    private final Map<PanelInput, DigitalInput> inputs = new EnumMap<>(PanelInput.class);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Context context;
    private final Predicate<DigitalOutput> readBack;

    private Pi4jBoard(Context context, Predicate<DigitalOutput> readBack) {
        this.context = context;
        this.readBack = readBack;
    }

    /**
     * Opens the lines.
     *
     * @param contexts makes a context with providers of digital inputs and outputs; the board shuts it down
     * @param readBack whether a line is high; {@link DigitalOutput#state()} only repeats what it was told
     * @throws BoardLost for whatever Pi4J or its native library may do
     */
    static Pi4jBoard open(Supplier<Context> contexts, Predicate<DigitalOutput> readBack, PanelPins pins, Edges edges)
            throws BoardLost {
        return lost(() -> {
            Pi4jBoard board = new Pi4jBoard(contexts.get(), readBack);
            boolean complete = false;
            try {
                pins.outputs().forEach(board::add);
                pins.inputs().forEach((input, pin) -> board.add(input, pin, edges));
                complete = true;
                return board;
            } finally {
                if (!complete) {
                    board.close();
                }
            }
        });
    }

    @Override
    public OutputLines outputs() {
        return new OutputLines() {
            @Override
            public void drive(PanelOutput output, Level level) throws BoardLost {
                DigitalState state = DigitalState.getState(level == Level.HIGH);
                lost(() -> line(output).state(state));
            }

            @Override
            public Level level(PanelOutput output) throws BoardLost {
                return lost(() -> Level.of(readBack.test(line(output))));
            }
        };
    }

    @Override
    public InputLines inputs() {
        return input -> lost(() -> Level.of(line(input).state().isHigh()));
    }

    /** Pi4J sets its outputs low at its shutdown; what fails then is told and no more. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                lost(context::shutdown);
            } catch (BoardLost failed) {
                LOG.log(WARNING, "panel: not closed in order, {0}", failed.reason());
            }
        }
    }

    private void add(PanelOutput output, int pin) {
        outputs.put(
                output,
                context.create(DigitalOutput.newConfigBuilder(context)
                        .id(name(output))
                        .address(pin)
                        .initial(DigitalState.LOW)
                        .shutdown(DigitalState.LOW)
                        .build()));
    }

    private void add(PanelInput input, int pin, Edges edges) {
        DigitalInput line = context.create(DigitalInput.newConfigBuilder(context)
                .id(name(input))
                .address(pin)
                .pull(pull(input.bias()))
                .debounce(0L)
                .build());
        inputs.put(input, line);
        line.addListener(
                event -> edges.put(new Edge(input, Level.of(event.state().isHigh()), edges.nanos())));
    }

    /** After the end Pi4J's lines must not be touched: their native counterparts are gone. */
    private DigitalOutput line(PanelOutput output) {
        mustBeOpen();
        return requireNonNull(outputs.get(output));
    }

    private DigitalInput line(PanelInput input) {
        mustBeOpen();
        return requireNonNull(inputs.get(input));
    }

    private void mustBeOpen() {
        if (closed.get()) {
            throw new IllegalStateException("the board is closed");
        }
    }

    private static String name(Enum<?> signal) {
        return "waypost-" + signal.name().toLowerCase(Locale.ROOT);
    }

    private static PullResistance pull(PanelInput.Bias bias) {
        return switch (bias) {
            case PULL_UP -> PullResistance.PULL_UP;
            case PULL_DOWN -> PullResistance.PULL_DOWN;
        };
    }

    /** What fails inside Pi4J is a lost board: its own exceptions, its states, a native library that does not load. */
    private static <T> T lost(Supplier<T> use) throws BoardLost {
        try {
            return use.get();
        } catch (Pi4JException | IllegalStateException | IllegalArgumentException | LinkageError failure) {
            throw new BoardLost(Fault.DEVICE_ABSENT, "Pi4J: " + failure.getMessage(), failure);
        }
    }
}
