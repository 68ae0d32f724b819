package org.waypost.hub.store;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Purges at the start and every hour, on a thread of its own. */
public final class RetentionRounds implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RetentionRounds.class.getName());
    private static final Duration EVERY = Duration.ofHours(1);

    private final SqlRetention retention;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** Starts. */
    public RetentionRounds(SqlRetention retention) {
        this.retention = retention;
        this.thread = Thread.ofVirtual().name("waypost-retention").start(this::run);
    }

    private void run() {
        try {
            do {
                once();
            } while (!closing.await(EVERY.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException stop) {
            LOG.log(Level.DEBUG, "the purge stops");
        }
    }

    private void once() {
        try {
            SqlRetention.Purged purged = retention.purge();
            LOG.log(purged.any() ? Level.INFO : Level.DEBUG, "purged by age: {0}", purged.words());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "what is too old could not be purged, it is tried again in an hour", e);
        }
    }

    /** Not by interrupt, which would end a store's connection under it. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
