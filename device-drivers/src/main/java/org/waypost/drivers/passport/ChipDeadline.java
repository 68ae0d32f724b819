package org.waypost.drivers.passport;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;

/**
 * Bounds a chip session from outside: a chip may answer for ever without ever finishing, and a driver below may not
 * return. The session runs on a thread of its own; when time is up the channel is closed and the answer is
 * {@code NO_ANSWER}. What arrives later is closed unseen.
 */
final class ChipDeadline {
    /** For the closed channel to end the session, so that the next one finds the reader free. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Duration limit;

    ChipDeadline(Duration limit) {
        this.limit = limit;
    }

    /** Runs the session and closes the channel in any case. */
    Reading<Passport> guard(CardChannel channel, Callable<Reading<Passport>> session) {
        FutureTask<Reading<Passport>> task = new FutureTask<>(session);
        Thread.ofVirtual().name("waypost-chip").start(task);
        try {
            Reading<Passport> reading = task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            channel.close();
            return reading;
        } catch (ExecutionException defect) {
            channel.close();
            throw new IllegalStateException("chip session failed", defect.getCause());
        } catch (TimeoutException tooLong) {
            abandon(channel, task);
        } catch (InterruptedException interrupted) {
            abandon(channel, task);
            Thread.currentThread().interrupt();
        }
        return new Reading.Faulty<>(Fault.NO_ANSWER);
    }

    private static void abandon(CardChannel channel, FutureTask<Reading<Passport>> task) {
        Thread closer = Thread.startVirtualThread(() -> {
            channel.close();
            closeLate(task);
        });
        try {
            closer.join(GRACE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeLate(FutureTask<Reading<Passport>> task) {
        try {
            if (task.get() instanceof Reading.Taken<Passport> late) {
                late.value().close();
            }
        } catch (ExecutionException | InterruptedException nothingToClose) {
            Thread.currentThread().interrupt();
        }
    }
}
