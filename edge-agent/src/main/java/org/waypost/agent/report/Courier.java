package org.waypost.agent.report;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.waypost.agent.store.StoreFailure;

/**
 * Carries what is in the outbox and how the terminal is to a broker and brings the hub's receipts back, on one virtual
 * thread, until closed. A broker that is away is no failure: it is tried again, the next of the list first. Started
 * once, closed once.
 */
public final class Courier implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    /** The longest pause once a report was put; one that files all the time must not try all the time. */
    static final Duration HURRIED = Duration.ofSeconds(5);

    private final Errand errand;
    private final BrokerLink link;
    private final Mailbox mailbox;
    private final Backoff backoff;
    private final InstantSource clock;
    private final Thread thread = Thread.ofVirtual().name("waypost-courier").unstarted(this::run);
    private final Set<String> told = new HashSet<>();
    private volatile State state = new State(Optional.empty(), Optional.of("not started"));

    /** A courier at rest; the mailbox is the one the outbox rings at. */
    public Courier(Freight freight, BrokerLink link, Mailbox mailbox, Backoff backoff, InstantSource clock) {
        this(new Reports(freight, mailbox, backoff), link, mailbox, backoff, clock);
    }

    /** As the other, with something else to do. */
    public Courier(Errand errand, BrokerLink link, Mailbox mailbox, Backoff backoff, InstantSource clock) {
        this.errand = errand;
        this.link = link;
        this.mailbox = mailbox;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** Sets out; returns at once. */
    public void start() {
        thread.start();
    }

    /** How it is doing now. */
    public CourierHealth health() {
        State now = state;
        return new CourierHealth(now.connectedSince(), now.trouble(), errand.backlog());
    }

    /** Ends the connection and the thread, within 2 s; what was not confirmed stays in the outbox. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            if (!thread.join(CLOSE_PATIENCE)) {
                LOG.log(WARNING, "the courier did not end in time: nothing is lost, the process may go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        state = new State(Optional.empty(), Optional.of("connecting"));
        try {
            while (!Thread.currentThread().isInterrupted()) {
                trouble(connection());
                rest();
            }
        } catch (InterruptedException closed) {
            LOG.log(DEBUG, "the courier has ended");
        }
        state = new State(Optional.empty(), Optional.of("closed"));
    }

    /** The top of the thread: what went wrong is told once and seen in the state, then it is tried again. */
    private String connection() throws InterruptedException {
        try {
            return switch (link.connect(mailbox)) {
                case BrokerLink.Attempt.Connected connected ->
                    connected.broker() + ": " + deliver(connected.broker(), connected.session());
                case BrokerLink.Attempt.Failed failed -> failed.broker() + ": " + failed.reason();
            };
        } catch (StoreFailure e) {
            return e.getMessage() + "";
        } catch (RuntimeException e) {
            LOG.log(ERROR, "the courier met a defect and goes on; please report it", e);
            return "a defect: " + e.getClass().getSimpleName();
        }
    }

    private String deliver(String broker, BrokerSession session) throws InterruptedException {
        try (session) {
            state = new State(Optional.of(clock.instant()), Optional.empty());
            LOG.log(INFO, "connected to {0}", broker);
            return errand.over(session);
        }
    }

    /** Each trouble is told once until another connection ends in another way, or nights would fill the log. */
    private void trouble(String line) {
        if (state.connectedSince().isPresent() && !told.contains(line)) {
            told.clear();
        }
        state = new State(Optional.empty(), Optional.of(line));
        LOG.log(told.add(line) ? WARNING : DEBUG, "no way to the hub, reports wait on disk: {0}", line);
    }

    /** Waits before the next try; a report that is put shortens the wait, whatever else comes belongs to the past. */
    private void rest() throws InterruptedException {
        long begun = System.nanoTime();
        long length = backoff.next().toNanos();
        for (long left = length; left > 0; left = begun + length - System.nanoTime()) {
            if (mailbox.await(Duration.ofNanos(left)).orElse(null) instanceof LinkEvent.Rung) {
                length = Math.min(length, HURRIED.toNanos());
            }
        }
    }

    /** Carries reports, and how the terminal is. */
    private record Reports(Freight freight, Mailbox mailbox, Backoff backoff) implements Errand {
        @Override
        public String over(BrokerSession session) throws InterruptedException {
            return new Delivery(freight, session, mailbox, backoff, System::nanoTime).run();
        }

        @Override
        public Outbox.Backlog backlog() {
            return freight.outbox().backlog();
        }
    }

    private record State(Optional<Instant> connectedSince, Optional<String> trouble) {}
}
