package org.waypost.drivers.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.panel.Board;
import org.waypost.drivers.panel.BoardLost;
import org.waypost.drivers.panel.Edge;
import org.waypost.drivers.panel.Edges;
import org.waypost.drivers.panel.Level;
import org.waypost.drivers.panel.PanelInput;
import org.waypost.drivers.panel.PanelOutput;
import org.waypost.drivers.panel.PanelPins;

/**
 * The lines of a panel in memory, wired as the real ones: inputs to set, to let bounce and to get stuck; outputs to
 * read back, to short and to look up in a log. Safe for use by several threads.
 */
public final class SimulatedBoard implements Board.Opener {
    /** Changes of outputs that the log keeps: the latest. */
    public static final int LOG = 4_096;
    /** A contact bounces with so many edges, one every {@link #BOUNCE_STEP}: 8 ms in all. */
    public static final int BOUNCES = 5;

    public static final Duration BOUNCE_STEP = Duration.ofMillis(2);

    private final Ticker ticker;
    private final Map<PanelInput, Level> inputs = new EnumMap<>(PanelInput.class);
    private final Map<PanelOutput, Level> outputs = new EnumMap<>(PanelOutput.class);
    private final Map<PanelOutput, Level> shorted = new EnumMap<>(PanelOutput.class);
    private final Set<PanelInput> stuck = EnumSet.noneOf(PanelInput.class);
    private final List<Change> log = new ArrayList<>();
    private Optional<Lines> open = Optional.empty();
    private boolean absent;

    /** A board on which nothing happens: loop closed, nobody there, nothing pressed. */
    public SimulatedBoard(Ticker ticker) {
        this.ticker = ticker;
        for (PanelInput input : PanelInput.values()) {
            inputs.put(input, input.idle());
        }
        for (PanelOutput output : PanelOutput.values()) {
            outputs.put(output, Level.LOW);
        }
    }

    /**
     * An output changed its level.
     *
     * @param nanos by the board's ticker
     */
    public record Change(long nanos, PanelOutput output, Level level) {}

    @Override
    public synchronized Board open(PanelPins pins, Edges edges) throws BoardLost {
        if (absent || open.isPresent()) {
            throw new BoardLost(Fault.DEVICE_ABSENT, absent ? "no board" : "the lines are in use");
        }
        Lines lines = new Lines(edges);
        open = Optional.of(lines);
        return lines;
    }

    /** Opens the loop, presses the button, or lets somebody come. */
    public void set(PanelInput input) {
        level(input, input.active());
    }

    /** Closes the loop, lets the button go, or lets everybody leave. */
    public void clear(PanelInput input) {
        level(input, input.idle());
    }

    /** {@link #set} with a contact that bounces: takes 8 ms of the ticker's time. */
    public void setBouncing(PanelInput input) {
        bounce(input, input.active());
    }

    /** {@link #clear} with a contact that bounces: takes 8 ms of the ticker's time. */
    public void clearBouncing(PanelInput input) {
        bounce(input, input.idle());
    }

    /** An input stays as it is, whatever is done to it, until {@link #loosen}. */
    public synchronized void jam(PanelInput input) {
        stuck.add(input);
    }

    public synchronized void loosen(PanelInput input) {
        stuck.remove(input);
    }

    /** An output reads back this level, whatever it is told, until {@link #repair}. */
    public synchronized void shorten(PanelOutput output, Level level) {
        shorted.put(output, level);
    }

    public synchronized void repair(PanelOutput output) {
        shorted.remove(output);
    }

    /** Takes the board away; what it drove falls low. */
    public synchronized void unplug() {
        absent = true;
        outputs.keySet().forEach(output -> change(output, Level.LOW));
        open = Optional.empty();
    }

    public synchronized void plug() {
        absent = false;
    }

    /** What the output is driven to. */
    public synchronized Level level(PanelOutput output) {
        return outputs.getOrDefault(output, Level.LOW);
    }

    /** The latest changes of outputs, oldest first. */
    public synchronized List<Change> log() {
        return List.copyOf(log);
    }

    private void bounce(PanelInput input, Level last) {
        Level other = last == input.active() ? input.idle() : input.active();
        for (int edge = 1; edge <= BOUNCES; edge++) {
            level(input, edge % 2 == 1 ? last : other);
            if (edge < BOUNCES) {
                ticker.pause(BOUNCE_STEP);
            }
        }
    }

    private synchronized void level(PanelInput input, Level level) {
        if (!stuck.contains(input) && inputs.put(input, level) != level) {
            open.ifPresent(lines -> lines.edges.put(new Edge(input, level, lines.edges.nanos())));
        }
    }

    private void change(PanelOutput output, Level level) {
        if (outputs.put(output, level) != level) {
            log.add(new Change(ticker.nanos(), output, level));
            if (log.size() > LOG) {
                log.removeFirst();
            }
        }
    }

    /** The board as one panel has it open. */
    private final class Lines implements Board {
        private final Edges edges;

        Lines(Edges edges) {
            this.edges = edges;
        }

        @Override
        public OutputLines outputs() {
            return new OutputLines() {
                @Override
                public void drive(PanelOutput output, Level level) throws BoardLost {
                    synchronized (SimulatedBoard.this) {
                        mustBeOpen();
                        change(output, level);
                    }
                }

                @Override
                public Level level(PanelOutput output) throws BoardLost {
                    synchronized (SimulatedBoard.this) {
                        mustBeOpen();
                        return shorted.getOrDefault(output, outputs.getOrDefault(output, Level.LOW));
                    }
                }
            };
        }

        @Override
        public InputLines inputs() {
            return input -> {
                synchronized (SimulatedBoard.this) {
                    mustBeOpen();
                    return inputs.getOrDefault(input, input.idle());
                }
            };
        }

        @Override
        public void close() {
            synchronized (SimulatedBoard.this) {
                if (isOpen()) {
                    outputs.keySet().forEach(output -> change(output, Level.LOW));
                    open = Optional.empty();
                }
            }
        }

        private boolean isOpen() {
            return open.filter(lines -> lines == this).isPresent();
        }

        private void mustBeOpen() throws BoardLost {
            if (!isOpen()) {
                throw new BoardLost(Fault.DEVICE_ABSENT, "the board is gone");
            }
        }
    }
}
