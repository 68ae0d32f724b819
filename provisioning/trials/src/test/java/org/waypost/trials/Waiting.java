package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for other processes: longer than the pauses of a courier, and long enough for a loaded machine. */
final class Waiting {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(150);

    private Waiting() {}

    static void until(String what, BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("waited in vain: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
