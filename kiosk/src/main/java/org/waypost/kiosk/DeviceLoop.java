package org.waypost.kiosk;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * What is done at one device, turn after turn, on one virtual thread. A turn says how long to rest after it and throws
 * nothing. Started once, closed once.
 */
final class DeviceLoop implements AutoCloseable {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

    private final Supplier<Duration> turn;
    private final Runnable last;
    private final Thread thread;

    /** A loop at rest. */
    DeviceLoop(String thread, Supplier<Duration> turn) {
        this(thread, turn, () -> {});
    }

    /**
     * As above.
     *
     * @param last done on the same thread, after the last turn
     */
    DeviceLoop(String thread, Supplier<Duration> turn, Runnable last) {
        this.turn = turn;
        this.last = last;
        this.thread = Thread.ofVirtual().name(thread).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Asks the turn under way to end, and lets no other begin. */
    void interrupt() {
        thread.interrupt();
    }

    /** Waits for its end, a second at most. */
    void await() {
        try {
            thread.join(CLOSE_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        interrupt();
        await();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(turn.get());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        last.run();
    }
}
