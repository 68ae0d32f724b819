package org.waypost.hub.intake;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the thread that waits for work. Rings before the wait are not lost. Safe for use by several threads. */
public final class Bell {
    private final Semaphore rung = new Semaphore(0);

    /** There may be work. */
    public void ring() {
        rung.release();
    }

    /** Waits until it rings, or that long. */
    void await(Duration limit) throws InterruptedException {
        if (rung.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
