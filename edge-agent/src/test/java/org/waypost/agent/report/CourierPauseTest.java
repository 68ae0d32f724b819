package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** While no broker answers: a terminal that files all the time tries no more often than the pauses allow. */
class CourierPauseTest {
    private static final Duration WATCHED = Duration.ofMillis(2_500);

    private final Mailbox mailbox = new Mailbox();
    private final AtomicInteger tries = new AtomicInteger();

    /** Draws the longest pause each time: 1, 2, 4 s. */
    private static Backoff longest() {
        return new Backoff(new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public long nextLong(long bound) {
                return bound - 1;
            }
        });
    }

    private BrokerLink.Attempt away() {
        tries.incrementAndGet();
        return new BrokerLink.Attempt.Failed("broker", "it is away");
    }

    private Errand nothing() {
        return new Errand() {
            @Override
            public String over(BrokerSession session) {
                return "";
            }

            @Override
            public Outbox.Backlog backlog() {
                return new Outbox.Backlog(0, 0, Optional.empty(), Optional.empty());
            }
        };
    }

    @Test
    void whoFilesAllTheTimeBacksOffAllTheSame() throws InterruptedException {
        try (Courier courier = new Courier(nothing(), any -> away(), mailbox, longest(), InstantSource.system())) {
            courier.start();
            long end = System.nanoTime() + WATCHED.toNanos();
            while (System.nanoTime() < end) {
                mailbox.ring();
                Thread.sleep(10);
            }
        }
        assertTrue(tries.get() >= 1 && tries.get() <= 3, () -> tries + " tries");
    }
}
