package org.waypost.drivers.panel;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.waypost.drivers.device.Backoff;
import org.waypost.drivers.device.DeviceDriver.Host;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Reading.Faulty;
import org.waypost.drivers.device.Reading.Nobody;
import org.waypost.drivers.device.Reading.Taken;

/**
 * A panel on the lines of a board. A board that was lost is opened again by the next use, with a growing pause; until
 * then everything is low. When the virtual machine ends, the panel is closed. Safe for use by several threads.
 */
public final class BoardPanel implements Panel {
    private static final System.Logger LOG = System.getLogger(BoardPanel.class.getName());

    private final Board.Opener opener;
    private final PanelSettings settings;
    private final Signals.Times times;
    private final Host host;
    private final Backoff backoff;
    private final EventQueue events = new EventQueue();
    private final TamperLatch latch = new TamperLatch();
    private final ReentrantLock opening = new ReentrantLock();
    private final ExitGuard guard = new ExitGuard(this::close);
    private volatile Fault lastFault = Fault.DEVICE_ABSENT;
    private volatile @Nullable PanelJournal journal;
    private volatile @Nullable PanelSession session;
    private volatile boolean closed;

    /** A panel whose board is opened by its first use. */
    public BoardPanel(Board.Opener opener, PanelSettings settings, Edges edges, Host host) {
        this.opener = opener;
        this.settings = settings;
        this.times = new Signals.Times(edges, host.clock());
        this.host = host;
        this.backoff = new Backoff(host.ticker());
    }

    /** Something done with an open board. */
    private interface Use<T> {
        T on(PanelSession session) throws BoardLost;
    }

    @Override
    public void tell(PanelJournal to) {
        journal = to;
    }

    @Override
    public Reading<Lamp> show(Lamp lamp) {
        return used(session -> session.signals().show(lamp));
    }

    @Override
    public Reading<Release> release(GatePulse pulse) {
        return used(session -> session.signals().release(pulse));
    }

    @Override
    public Reading<Tamper> reset(TamperReset by) {
        return used(session -> {
            Tamper loop = session.senses().reset();
            if (loop == Tamper.INTACT) {
                journal().note(new PanelRecord.TamperCleared(host.clock().instant(), by));
            }
            return loop;
        });
    }

    @Override
    public Reading<PanelEvent> next(Duration patience) {
        long deadline = host.ticker().nanos() + patience.toNanos();
        journal();
        Optional<PanelEvent> earlier = events.take(Duration.ZERO, () -> true);
        if (earlier.isPresent()) {
            return new Taken<>(earlier.get());
        }
        Optional<Fault> obstacle = ready();
        if (obstacle.isPresent()) {
            host.ticker().pause(patience.compareTo(Backoff.FIRST) < 0 ? patience : Backoff.FIRST);
            return new Faulty<>(obstacle.get());
        }
        Duration left = Duration.ofNanos(Math.max(0, deadline - host.ticker().nanos()));
        return events.take(left, () -> closed || loss().isPresent())
                .<Reading<PanelEvent>>map(Taken::new)
                .orElseGet(this::noEvent);
    }

    @Override
    public void close() {
        closed = true;
        PanelSession open = session;
        try {
            if (open != null) {
                open.close();
            }
        } finally {
            guard.release();
            events.wake();
        }
    }

    private Reading<PanelEvent> noEvent() {
        return loss().isPresent() && !closed ? new Faulty<>(ready().orElse(lastFault)) : new Nobody<>();
    }

    private <T> Reading<T> used(Use<T> use) {
        journal();
        Optional<Fault> obstacle = ready();
        PanelSession open = session;
        if (obstacle.isPresent() || open == null) {
            return new Faulty<>(obstacle.orElse(lastFault));
        }
        try {
            return new Taken<>(use.on(open));
        } catch (BoardLost lost) {
            return new Faulty<>(lost.fault());
        }
    }

    /** Opens the board unless it is open; what stands in the way of it, without waiting. */
    private Optional<Fault> ready() {
        opening.lock();
        try {
            PanelSession open = session;
            if (open != null) {
                return open.loss().map(loss -> ended(open, loss));
            }
            return backoff.await(Duration.ZERO) ? open() : Optional.of(lastFault);
        } finally {
            opening.unlock();
        }
    }

    private Optional<Fault> open() {
        try {
            session = PanelSession.open(opener, new PanelSession.Context(settings, times, journal(), latch, events));
            guard.keep();
            backoff.succeeded();
            if (closed) {
                close();
            }
            return Optional.empty();
        } catch (BoardLost lost) {
            return Optional.of(failed(lost));
        }
    }

    private Fault ended(PanelSession over, BoardLost loss) {
        over.close();
        session = null;
        return failed(loss);
    }

    /** Tells the first failure of several. */
    private Fault failed(BoardLost loss) {
        if (!backoff.isPausing()) {
            LOG.log(WARNING, "panel: {0}", loss.reason());
        }
        lastFault = loss.fault();
        backoff.failed();
        return lastFault;
    }

    private Optional<BoardLost> loss() {
        PanelSession open = session;
        return open == null ? Optional.empty() : open.loss();
    }

    /** The journal of a panel that may be used. */
    private PanelJournal journal() {
        PanelJournal told = journal;
        if (closed || told == null) {
            throw new IllegalStateException(closed ? "the panel is closed" : "a panel without a journal is not used");
        }
        return told;
    }
}
