package org.waypost.drivers.camera;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.waypost.drivers.device.Ticker;

/** Time that moves when somebody waits or the test says so; whoever waits lets other threads run meanwhile. */
final class SteppedTicker implements Ticker {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);

    @Override
    public long nanos() {
        return now.get();
    }

    @Override
    public void pause(Duration time) {
        if (time.isPositive()) {
            Ticker.SYSTEM.pause(Duration.ofMillis(1));
            advance(time);
        }
    }

    void advance(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
