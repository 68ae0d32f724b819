package org.waypost.drivers.panel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Events that wait to be taken. Safe for use by several threads. */
final class EventQueue {
    private final Deque<PanelEvent> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    /** Adds an event; one of presence or noise gives way if too many wait, else the new one is dropped. */
    void put(PanelEvent event) {
        lock.lock();
        try {
            if (waiting.size() < PanelWatch.MOST_WAITING || madeRoom()) {
                waiting.add(event);
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Makes those who wait look again whether they should. */
    void wake() {
        lock.lock();
        try {
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for an event.
     *
     * @param over ends the wait early; asked at each {@link #wake}
     * @return empty also when the thread was interrupted, which is kept
     */
    Optional<PanelEvent> take(Duration patience, BooleanSupplier over) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (waiting.isEmpty() && left > 0 && !over.getAsBoolean()) {
                left = news.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return poll();
    }

    private Optional<PanelEvent> poll() {
        lock.lock();
        try {
            return Optional.ofNullable(waiting.poll());
        } finally {
            lock.unlock();
        }
    }

    private boolean madeRoom() {
        for (Iterator<PanelEvent> events = waiting.iterator(); events.hasNext(); ) {
            if (givesWay(events.next())) {
                events.remove();
                return true;
            }
        }
        return false;
    }

    private static boolean givesWay(PanelEvent event) {
        return switch (event) {
            case PanelEvent.PresenceBegan began -> true;
            case PanelEvent.PresenceEnded ended -> true;
            case PanelEvent.LineNoisy noisy -> true;
            case PanelEvent.HelpPressed help -> false;
            case PanelEvent.HelpStuck stuck -> false;
            case PanelEvent.TamperOpened opened -> false;
        };
    }
}
