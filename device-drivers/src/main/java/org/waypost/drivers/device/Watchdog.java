package org.waypost.drivers.device;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Bounds an operation from outside: a device may answer for ever without ever finishing, and a library below a driver
 * may not return. When time is up the operation is abandoned and answered with {@link Fault#NO_ANSWER}; what it brings
 * later is closed unseen. Runs each operation on a platform thread of its own: one that hangs in native code would take
 * a carrier from all virtual threads. Safe for use by several threads.
 */
public final class Watchdog {
    private static final System.Logger LOG = System.getLogger(Watchdog.class.getName());

    /** For an abandoned operation to end, so that the next one finds the device free. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final String name;

    /**
     * A watchdog.
     *
     * @param name of the threads, such as {@code waypost-chip}
     */
    public Watchdog(String name) {
        this.name = name;
    }

    /**
     * Something that may take too long.
     *
     * @param verb what is done
     * @param abandon closes what the verb waits for; may itself take time, or be called after the verb's end
     * @param unseen closes a value that came too late
     */
    public record Operation<T>(Supplier<Reading<T>> verb, Runnable abandon, Consumer<? super T> unseen) {}

    /**
     * Runs an operation.
     *
     * @param limit longest time it may take
     * @return its reading, or {@code Faulty(NO_ANSWER)}. An interrupt of the caller is passed on: what the operation
     *     answers within a second counts, and the interrupt is kept
     * @throws IllegalStateException if the operation threw
     */
    public <T> Reading<T> guard(Duration limit, Operation<T> operation) {
        FutureTask<Reading<T>> task = new FutureTask<>(operation.verb()::get);
        Thread worker = Thread.ofPlatform().daemon().name(name).start(task);
        try {
            return within(limit, task, operation);
        } catch (InterruptedException interrupted) {
            worker.interrupt();
            try {
                return within(GRACE, task, operation);
            } catch (InterruptedException again) {
                return abandoned(task, operation);
            } finally {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> Reading<T> within(Duration limit, FutureTask<Reading<T>> task, Operation<T> operation)
            throws InterruptedException {
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException defect) {
            throw new IllegalStateException(name + " failed", defect.getCause());
        } catch (TimeoutException tooLong) {
            return abandoned(task, operation);
        }
    }

    private <T> Reading<T> abandoned(FutureTask<Reading<T>> task, Operation<T> operation) {
        Thread closer = Thread.ofPlatform().daemon().name(name + "-end").start(() -> {
            operation.abandon().run();
            closeLate(task, operation);
        });
        try {
            closer.join(GRACE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return new Reading.Faulty<>(Fault.NO_ANSWER);
    }

    private static <T> void closeLate(FutureTask<Reading<T>> task, Operation<T> operation) {
        try {
            if (task.get() instanceof Reading.Taken<T> late) {
                operation.unseen().accept(late.value());
            }
        } catch (ExecutionException nothingToClose) {
            LOG.log(System.Logger.Level.DEBUG, "an abandoned operation ended by itself");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
