package org.waypost.agent.report;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Where outbox and broker connection leave word for the one courier that waits here. Leaving never blocks; safe for use
 * by several threads.
 */
public final class Mailbox {
    private final BlockingQueue<LinkEvent> events = new LinkedBlockingQueue<>();

    /** Says that a report may have been put. */
    void ring() {
        leave(new LinkEvent.Rung());
    }

    void leave(LinkEvent event) {
        events.add(event);
    }

    Optional<LinkEvent> await(Duration patience) throws InterruptedException {
        return Optional.ofNullable(events.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    }
}
