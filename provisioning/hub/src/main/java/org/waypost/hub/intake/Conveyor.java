package org.waypost.hub.intake;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Takes batches through an intake, two at a time: while one is stored, the next is inspected. They are stored in the
 * order in which they were given, and none after one that failed. For one thread.
 */
public final class Conveyor implements AutoCloseable {
    private final Intake intake;
    private final ExecutorService storing = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("waypost-storing").factory());
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

    /** Nothing is under way yet. */
    public Conveyor(Intake intake) {
        this.intake = intake;
    }

    /**
     * Inspects a batch, waits for the one before, and has this one stored by another thread.
     *
     * @param batch messages in the order of arrival
     * @param stored hears of it afterwards, on that thread; all of the batch may be acknowledged then
     * @throws RuntimeException that the store threw for the one before; this one is not stored then
     */
    public void give(List<? extends Incoming> batch, Consumer<List<Intake.Outcome>> stored) {
        Intake.Inspected inspected = intake.inspect(batch);
        await();
        underWay = CompletableFuture.runAsync(() -> stored.accept(intake.settle(inspected)), storing);
    }

    /** Throws what the store threw, if it has failed since. */
    void check() {
        if (underWay.isDone()) {
            await();
        }
    }

    private void await() {
        CompletableFuture<Void> waitedFor = underWay;
        underWay = CompletableFuture.completedFuture(null);
        try {
            waitedFor.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Waits for what is under way; throws what the store threw. */
    @Override
    public void close() {
        try (storing) {
            await();
        }
    }
}
