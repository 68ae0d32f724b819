package org.waypost.hub.intake;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.waypost.contract.SignedReceipt;

/** Sends what waits in the outbox, oldest first, on a thread of its own. A receipt may be sent twice, never lost. */
public final class ReceiptPublisher implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ReceiptPublisher.class.getName());
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
            return sendOne();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "no receipts leave: look at the store", e);
            return IDLE;
        }
    }

    /** Sends at most one; how long to wait then. */
    private Duration sendOne() {
        Optional<SignedReceipt> due = outbox.next();
        if (due.isEmpty()) {
            return IDLE;
        }
        if (!sender.send(due.get())) {
            outbox.postpone(due.get(), POSTPONED);
            return RETRY;
        }
        outbox.sent(due.get());
        return Duration.ZERO;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
