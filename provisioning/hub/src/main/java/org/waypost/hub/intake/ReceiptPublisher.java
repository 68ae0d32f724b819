package org.waypost.hub.intake;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.waypost.contract.SignedReceipt;

/** Sends what waits in the outbox, oldest first, on a thread of its own. A receipt may be sent twice, never lost. */
public final class ReceiptPublisher implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ReceiptPublisher.class.getName());
    private static final int BATCH_MAX = 200;

    /** Three times what sending may take: after that, whoever claimed them is gone. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration POSTPONED = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofMillis(250);

    private final ReceiptOutbox outbox;
    private final ReceiptSender sender;
    private final Bell bell;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Starts sending.
     *
     * @param outbox what waits, also from before the last stop
     * @param sender the way to the terminals
     * @param bell rings when something was put into the outbox
     */
    public ReceiptPublisher(ReceiptOutbox outbox, ReceiptSender sender, Bell bell) {
        this.outbox = outbox;
        this.sender = sender;
        this.bell = bell;
        this.thread = Thread.ofVirtual().name("waypost-receipts").start(this::run);
    }

    private void run() {
        try {
            while (!closed) {
                bell.await(step());
            }
        } catch (InterruptedException stop) {
            LOG.log(Level.DEBUG, "receipts stop");
        }
    }

    private Duration step() {
        try {
            return sendSome();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "no receipts leave: look at the store", e);
            return IDLE;
        }
    }

    /** How long to wait then. */
    private Duration sendSome() {
        List<SignedReceipt> due = outbox.claim(BATCH_MAX, LEASE);
        if (due.isEmpty()) {
            return IDLE;
        }
        List<SignedReceipt> sent = sender.send(due);
        outbox.sent(sent);
        List<SignedReceipt> waiting = new ArrayList<>(due);
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
