package org.waypost.agent.report;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Where outbox and broker connection leave word for the one courier that waits here. Leaving never blocks; safe for use
 * by several threads.
 */
public final class Mailbox {
    private final BlockingQueue<LinkEvent> events = new LinkedBlockingQueue<>();
    private final AtomicBoolean rung = new AtomicBoolean();

    /** Says that a report may have been put; however often, it is heard once. */
    void ring() {
        if (rung.compareAndSet(false, true)) {
            leave(new LinkEvent.Rung());
        }
    }

    void leave(LinkEvent event) {
        events.add(event);
    }

    Optional<LinkEvent> await(Duration patience) throws InterruptedException {
        LinkEvent event = events.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (event instanceof LinkEvent.Rung) {
            // before the courier looks what was put: what is put from here on rings again
            rung.set(false);
        }
        return Optional.ofNullable(event);
    }
}
