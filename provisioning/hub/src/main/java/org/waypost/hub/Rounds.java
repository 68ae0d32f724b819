package org.waypost.hub;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Something that is done at the start and then again and again, on a thread of its own, whatever fails. */
final class Rounds implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

    private final String name;
    private final Duration every;
    private final Runnable round;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Starts.
     *
     * @param name of what is done, for the log
     * @param every pause between two rounds
     */
    Rounds(String name, Duration every, Runnable round) {
        this.name = name;
        this.every = every;
        this.round = round;
        this.thread = Thread.ofVirtual().name("waypost-" + name).start(this::run);
    }

    private void run() {
        try {
            do {
                once();
            } while (!closing.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stop) {
            LOG.log(Level.DEBUG, "{0} ends", name);
        }
    }

    /** The top of the thread. */
    private void once() {
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, name + " failed and is tried again in " + every + ": look at the store", e);
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
