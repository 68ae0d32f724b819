package org.waypost.hub;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.waypost.hub.casebook.DutyAlarm;

/** Lets the alarm look every half minute, on a thread of its own. */
final class DutyWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DutyWatch.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final DutyAlarm alarm;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** Starts watching. */
    DutyWatch(DutyAlarm alarm) {
        this.alarm = alarm;
        this.thread = Thread.ofVirtual().name("waypost-duty").start(this::run);
    }

    private void run() {
        try {
            do {
                look();
            } while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stop) {
            LOG.log(Level.DEBUG, "nobody looks for late reports any more");
        }
    }

    /** The top of the thread. */
    private void look() {
        try {
            alarm.look();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "late reports could not be looked for: look at the store", e);
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
