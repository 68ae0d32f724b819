package org.waypost.trials;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Waits until a terminal has its receipts. */
final class Drain {
    private static final long LOOK_MILLIS = 5;

    /**
     * What waits is counted in the store that the courier needs too: a look for every row would be most of the work.
     */
    private static final long COUNT_MILLIS = 200;

    private Drain() {}

    /**
     * Until nothing waits.
     *
     * @return how long that took
     */
    static Duration await(Dispatch dispatch, Duration patience) throws IOException, InterruptedException {
        return until(() -> dispatch.outbox().backlog().waiting() == 0, "reports still wait", patience, COUNT_MILLIS);
    }

    /** Until this report, one of the last 50, has its receipt. */
    static Duration await(Dispatch dispatch, UUID report, Duration patience) throws IOException, InterruptedException {
        return until(() -> dispatch.confirmed(report), "a report still waits", patience);
    }

    /** Until it is so. */
    static Duration until(BooleanSupplier done, String otherwise, Duration patience)
            throws IOException, InterruptedException {
        return until(done, otherwise, patience, LOOK_MILLIS);
    }

    private static Duration until(BooleanSupplier done, String otherwise, Duration patience, long look)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new IOException(otherwise + " after " + patience);
            }
            Thread.sleep(look);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
