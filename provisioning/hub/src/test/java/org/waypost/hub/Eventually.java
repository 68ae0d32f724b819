package org.waypost.hub;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.function.BooleanSupplier;

/** Waits for what another thread does. */
final class Eventually {
    private static final int PATIENCE_MILLIS = 20_000;

    private Eventually() {}

    static void holds(BooleanSupplier condition) throws InterruptedException {
        for (int waited = 0; !condition.getAsBoolean(); waited += 20) {
            if (waited > PATIENCE_MILLIS) {
                fail("it never held");
            }
            Thread.sleep(20);
        }
    }
}
