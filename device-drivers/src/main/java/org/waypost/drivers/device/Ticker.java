package org.waypost.drivers.device;

import java.time.Duration;

/** Monotonic time of a driver: measures waits and waits. Not a calendar; its zero means nothing. */
public interface Ticker {

    /** The time of this machine. */
    Ticker SYSTEM = new Ticker() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration time) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    };

    /** Nanoseconds since an arbitrary moment; only differences mean something. */
    long nanos();

    /** Waits; ends early, with the interrupt kept, when the thread is interrupted. Zero or less does not wait. */
    void pause(Duration time);
}
