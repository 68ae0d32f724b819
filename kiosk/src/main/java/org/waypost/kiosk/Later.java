package org.waypost.kiosk;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A part of a terminal that is made while others are: on a virtual thread of its own, once.
 *
 * @param <T> what it is
 */
final class Later<T> {
    private final FutureTask<T> making;

    private Later(FutureTask<T> making) {
        this.making = making;
    }

    /** Begins to make it. */
    static <T> Later<T> of(String what, Supplier<T> maker) {
        FutureTask<T> making = new FutureTask<>(maker::get);
        Thread.ofVirtual().name("waypost-" + what).start(making);
        return new Later<>(making);
    }

    /** Waits for it; what its making threw is thrown here. */
    T get() {
        try {
            return making.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", interrupted);
        }
    }
}
