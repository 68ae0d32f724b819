package org.waypost.drivers.panel;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.panel.Board.OutputLines;
import org.waypost.drivers.panel.PanelRecord.Cause;
import org.waypost.drivers.panel.PanelRecord.GateClosed;
import org.waypost.drivers.panel.PanelRecord.GateReleased;
import org.waypost.drivers.panel.PanelRecord.LampSet;
import org.waypost.drivers.panel.PanelRecord.Lost;
import org.waypost.drivers.panel.PanelRecord.Outputs;
import org.waypost.drivers.panel.PublicSignals.Release;

/**
 * The driven side of a panel: lamp, gate and kick, each change read back and told. Whatever fails, everything is driven
 * low, once and for all. The gate's time is kept by the thread that kicks the watchdog: if it hangs, the kick stops,
 * and the relay falls without this program. Safe for use by several threads.
 */
final class Signals {
    /** For a thread that hangs in the board with the lock in hand. */
    private static final long PATIENCE_MILLIS = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final CheckedLines lines;
    private final Kick kick;
    private final PanelJournal journal;
    private final Times times;
    private Lamp lamp = Lamp.DARK;
    private Optional<Pulse> pulse = Optional.empty();
    private volatile @Nullable BoardLost ended;

    /** Drives everything low. */
    Signals(OutputLines outputs, PanelJournal journal, Times times) throws BoardLost {
        this.lines = new CheckedLines(outputs);
        this.kick = new Kick(lines, times.edges().nanos());
        this.journal = journal;
        this.times = times;
        if (!lines.release()) {
            throw new BoardLost(Fault.OUT_OF_SERVICE, "the outputs cannot be set low");
        }
        journal.note(new LampSet(times.clock().instant(), Lamp.DARK, Cause.OPENED));
        journal.note(new GateClosed(times.clock().instant(), Cause.OPENED));
    }

    /** The time of waits, and the calendar. */
    record Times(Edges edges, InstantSource clock) {}

    /** A gate that is released until then. */
    private record Pulse(long until) {}

    /** Something that drives lines. */
    private interface Change<T> {
        T make() throws BoardLost;
    }

    Lamp show(Lamp wanted) throws BoardLost {
        return changed(() -> {
            for (Lamp other : Lamp.values()) {
                if (other != wanted && other.light().isPresent()) {
                    lines.drive(other.light().get(), Level.LOW);
                }
            }
            if (wanted.light().isPresent()) {
                lines.drive(wanted.light().get(), Level.HIGH);
            }
            lines.check();
            lamp = wanted;
            journal.note(new LampSet(times.clock().instant(), wanted, Cause.ASKED));
            return wanted;
        });
    }

    Release release(GatePulse wanted) throws BoardLost {
        return changed(() -> {
            if (pulse.isPresent()) {
                return Release.ALREADY_RUNNING;
            }
            pulse = Optional.of(
                    new Pulse(times.edges().nanos() + wanted.length().toNanos()));
            lines.drive(PanelOutput.GATE, Level.HIGH);
            journal.note(new GateReleased(times.clock().instant(), wanted, Cause.ASKED));
            return Release.BEGUN;
        });
    }

    /** Lets time pass: ends a pulse, kicks, and reads every line back with each kick. Due every 500 ms at least. */
    void passes(long now) throws BoardLost {
        changed(() -> {
            if (pulse.isPresent() && now - pulse.get().until() >= 0) {
                lines.drive(PanelOutput.GATE, Level.LOW);
                pulse = Optional.empty();
                journal.note(new GateClosed(times.clock().instant(), Cause.PULSE_OVER));
            }
            if (kick.passes(now)) {
                lines.check();
            }
            return now;
        });
    }

    /** Nanoseconds until {@link #passes} is due. A pulse is no shorter than the half wave of the kick. */
    long left(long now) {
        lock.lock();
        try {
            long untilKick = kick.left(now);
            return pulse.map(running -> Math.min(untilKick, Math.max(0, running.until() - now)))
                    .orElse(untilKick);
        } finally {
            lock.unlock();
        }
    }

    /** Drives everything low; nothing is driven afterwards. Does not wait for a thread that hangs in the board. */
    void end(Cause cause, BoardLost why) {
        boolean mine = locked();
        try {
            finish(cause, why);
        } finally {
            if (mine) {
                lock.unlock();
            }
        }
    }

    /** Why nothing is driven any more; empty while it is. */
    Optional<BoardLost> ended() {
        return Optional.ofNullable(ended);
    }

    /** Makes a change, or ends for good if it fails in any way. */
    private <T> T changed(Change<T> change) throws BoardLost {
        lock.lock();
        boolean done = false;
        BoardLost why = new BoardLost(Fault.DRIVER_DEFECT, "defect of the driver");
        try {
            BoardLost over = ended;
            if (over != null) {
                throw new BoardLost(over.fault(), over.reason());
            }
            T made = change.make();
            done = true;
            return made;
        } catch (BoardLost lost) {
            why = lost;
            throw lost;
        } finally {
            try {
                if (!done) {
                    finish(Cause.FAILED, why);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private void finish(Cause cause, BoardLost why) {
        if (ended != null) {
            return;
        }
        ended = why;
        boolean safe = lines.release();
        if (cause == Cause.FAILED || !safe) {
            journal.note(new Lost(times.clock().instant(), why.fault(), safe ? Outputs.SAFE : Outputs.UNCERTAIN));
        }
        if (safe) {
            tellEnd(cause);
        }
    }

    private void tellEnd(Cause cause) {
        if (lamp != Lamp.DARK) {
            journal.note(new LampSet(times.clock().instant(), Lamp.DARK, cause));
        }
        if (pulse.isPresent()) {
            journal.note(new GateClosed(times.clock().instant(), cause));
        }
    }

    private boolean locked() {
        try {
            return lock.tryLock() || lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
