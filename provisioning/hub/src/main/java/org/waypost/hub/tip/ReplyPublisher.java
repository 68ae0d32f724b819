package org.waypost.hub.tip;

import java.lang.System.Logger.Level;
import java.time.Duration;

/** Sends replies one after another on a thread of its own. */
public final class ReplyPublisher implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ReplyPublisher.class.getName());
    private static final Duration POLL = Duration.ofMillis(200);

    private final Replies replies;
    private final ReplySender sender;
    private final Thread thread;
    private volatile boolean closed;

    /** Starts sending. */
    public ReplyPublisher(Replies replies, ReplySender sender) {
        this.replies = replies;
        this.sender = sender;
        this.thread = Thread.ofVirtual().name("waypost-replies").start(this::run);
    }

    private void run() {
        try {
            while (!closed) {
                replies.next(POLL).ifPresent(sender::say);
            }
        } catch (InterruptedException stop) {
            LOG.log(Level.DEBUG, "replies stop");
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
