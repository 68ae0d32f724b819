package org.waypost.drivers.simulated;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.panel.Edge;
import org.waypost.drivers.panel.Edges;

/**
 * Time that moves only when it is told to, in step with one panel's loop: {@link #pause} lets it pass from one moment
 * at which the loop has something to do to the next, and returns when the loop waits again. So a minute takes
 * milliseconds and every run is alike.
 */
public final class VirtualTime implements Edges, Ticker {
    /** In the time of this machine; a loop that does not come back is a defect. */
    private static final Duration LOOP_IS_LOST = Duration.ofSeconds(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Edge> waiting = new ArrayDeque<>();
    // the zero of a monotonic clock means nothing: this one overflows within the first seconds
    private long now = Long.MAX_VALUE - Duration.ofSeconds(2).toNanos();
    private boolean hasLoop;
    private @Nullable Long sleepsUntil;

    @Override
    public long nanos() {
        lock.lock();
        try {
            return now;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void begin() {
        lock.lock();
        try {
            waiting.clear();
            hasLoop = true;
            sleepsUntil = null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void end() {
        lock.lock();
        try {
            hasLoop = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void put(Edge edge) {
        lock.lock();
        try {
            if (waiting.size() < MOST) {
                waiting.add(edge);
                sleepsUntil = null;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Edge> take(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long until = now + patience.toNanos();
            while (hasLoop && waiting.isEmpty() && until - now > 0) {
                sleepsUntil = until;
                changed.signalAll();
                changed.await();
            }
            sleepsUntil = null;
            return hasLoop ? Optional.ofNullable(waiting.poll()) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Lets time pass; called by one thread, which is not the loop. Zero only waits until the loop waits. */
    @Override
    public void pause(Duration time) {
        lock.lock();
        try {
            long target = now + Math.max(0, time.toNanos());
            awaitLoop();
            while (target - now > 0) {
                now = hasLoop && sleepsUntil != null && target - sleepsUntil > 0 ? sleepsUntil : target;
                wakeLoop();
                awaitLoop();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void wakeLoop() {
        if (sleepsUntil != null && now - sleepsUntil >= 0) {
            sleepsUntil = null;
        }
        changed.signalAll();
    }

    private void awaitLoop() throws InterruptedException {
        long left = LOOP_IS_LOST.toNanos();
        while (hasLoop && sleepsUntil == null) {
            left = changed.awaitNanos(left);
            if (left <= 0) {
                throw new IllegalStateException("the loop does not wait");
            }
        }
    }
}
