package org.waypost.drivers.panel;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.panel.PanelRecord.Cause;

/**
 * A board in use, from its opening to its loss or its end: one thread that kicks the watchdog, ends pulses and listens
 * to edges. What it hears goes to {@link Senses}, from where no way leads back to {@link Signals}.
 */
final class PanelSession implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PanelSession.class.getName());
    private static final Duration LETTING_GO = Duration.ofSeconds(2);

    private final Board board;
    private final Edges edges;
    private final Signals signals;
    private final Senses senses;
    private final Runnable ended;
    // what hangs in native code would take a carrier from all virtual threads
    private final Thread loop =
            Thread.ofPlatform().daemon().name("waypost-panel").unstarted(this::run);
    private volatile boolean closing;
    private volatile @Nullable BoardLost lost;

    private PanelSession(Board board, Edges edges, Signals signals, Senses senses, Runnable ended) {
        this.board = board;
        this.edges = edges;
        this.signals = signals;
        this.senses = senses;
        this.ended = ended;
    }

    /** What outlasts a session. */
    record Context(
            PanelSettings settings, Signals.Times times, PanelJournal journal, TamperLatch latch, EventQueue events) {

        private Debounce.Telling telling() {
            Edges edges = times.edges();
            InstantSource clock = times.clock();
            return new Debounce.Telling(nanos -> clock.instant().minusNanos(edges.nanos() - nanos), event -> {
                journal.note(new PanelRecord.Sensed(event));
                events.put(event);
            });
        }
    }

    /** Opens a board, drives everything low and begins. */
    static PanelSession open(Board.Opener opener, Context context) throws BoardLost {
        Edges edges = context.times().edges();
        edges.begin();
        Board board = null;
        PanelSession session = null;
        try {
            board = opener.open(context.settings().pins(), edges);
            Signals signals = new Signals(board.outputs(), context.journal(), context.times());
            Senses senses = new Senses(
                    board.inputs(),
                    edges.nanos(),
                    context.latch(),
                    context.settings().presenceHold(),
                    context.telling());
            session = new PanelSession(board, edges, signals, senses, context.events()::wake);
            session.loop.start();
            return session;
        } finally {
            if (session == null) {
                edges.end();
                if (board != null) {
                    board.close();
                }
            }
        }
    }

    Signals signals() {
        return signals;
    }

    Senses senses() {
        return senses;
    }

    /** Why it has ended, or is about to; empty while it runs. */
    Optional<BoardLost> loss() {
        BoardLost over = lost;
        return over == null ? signals.ended() : Optional.of(over);
    }

    /**
     * Drives everything low and gives the board back; safe to call again. The loop is woken, not interrupted: an
     * interrupted thread cannot shut Pi4J down in order.
     */
    @Override
    public void close() {
        closing = true;
        try {
            signals.end(Cause.CLOSED, new BoardLost(Fault.DEVICE_ABSENT, "closed"));
        } finally {
            edges.end();
            letGo();
            board.close();
        }
    }

    private void letGo() {
        try {
            if (!loop.join(LETTING_GO)) {
                LOG.log(WARNING, "panel: the board does not let go");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            work();
        } catch (RuntimeException defect) {
            LOG.log(WARNING, "panel: defect of the driver", defect);
        }
    }

    private void work() {
        BoardLost why = new BoardLost(Fault.DRIVER_DEFECT, "the loop has ended");
        try {
            while (!closing) {
                turn();
            }
        } catch (BoardLost loss) {
            why = loss;
        } catch (InterruptedException nobodyDoes) {
            LOG.log(WARNING, "panel: the loop was interrupted");
        } finally {
            finish(why);
        }
    }

    private void turn() throws BoardLost, InterruptedException {
        long now = edges.nanos();
        signals.passes(now);
        senses.passes(now);
        Optional<Edge> edge = edges.take(Duration.ofNanos(Math.min(signals.left(now), senses.left(now))));
        for (int i = 0; edge.isPresent() && i < Edges.MOST; i++) {
            senses.edge(edge.get());
            edge = edges.take(Duration.ZERO);
        }
    }

    private void finish(BoardLost why) {
        try {
            signals.end(closing ? Cause.CLOSED : Cause.FAILED, why);
        } finally {
            try {
                board.close();
            } finally {
                lost = why;
                edges.end();
                ended.run();
            }
        }
    }
}
