package org.waypost.hub.intake;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends what waits in an outbox, oldest first, on a thread of its own. A message may be sent twice, never lost.
 *
 * @param <M> the kind of message
 */
public final class Publisher<M> implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Publisher.class.getName());
    private static final int BATCH_MAX = 200;

    /** Three times what sending may take: after that, whoever claimed them is gone. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration POSTPONED = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofMillis(250);

    private final String what;
    private final Outgoing<M> outbox;
    private final Sender<M> sender;
    private final Bell bell;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Starts sending.
     *
     * @param what is sent, in a word of the log: {@code receipts}
     * @param outbox what waits, also from before the last stop
     * @param sender the way to the terminals
     * @param bell rings when something was put into the outbox
     */
    public Publisher(String what, Outgoing<M> outbox, Sender<M> sender, Bell bell) {
        this.what = what;
        this.outbox = outbox;
        this.sender = sender;
        this.bell = bell;
        this.thread = Thread.ofVirtual().name("waypost-" + what).start(this::run);
    }

    private void run() {
        try {
            while (!closed) {
                bell.await(step());
            }
        } catch (InterruptedException stop) {
            LOG.log(Level.DEBUG, "{0} stop", what);
        }
    }

    private Duration step() {
        try {
            return sendSome();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "no " + what + " leave: look at the store", e);
            return IDLE;
        }
    }

    /** How long to wait then. */
    private Duration sendSome() {
        List<M> due = outbox.claim(BATCH_MAX, LEASE);
        if (due.isEmpty()) {
            return IDLE;
        }
        List<M> sent = sender.send(due);
        outbox.sent(sent);
        List<M> waiting = new ArrayList<>(due);
        waiting.removeAll(sent);
        outbox.postpone(waiting, POSTPONED);
        return sent.isEmpty() ? RETRY : Duration.ZERO;
    }

    /** Not by interrupt, which would end a store's connection under it. */
    @Override
    public void close() {
        closed = true;
        bell.ring();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
