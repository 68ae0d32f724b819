package org.waypost.drivers.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private long now = Long.MAX_VALUE - 5;
    private final Backoff backoff = new Backoff(new Ticker() {
        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void pause(Duration time) {
            now += Math.max(0, time.toNanos());
        }
    });

    private long waited() {
        long begin = now;
        assertTrue(backoff.await(Duration.ofMinutes(1)));
        return (now - begin) / 1_000_000;
    }

    @Test
    void doublesUpToItsBoundAndBeginsAnewAfterASuccess() {
        List<Long> pauses = new ArrayList<>();
        pauses.add(waited());
        for (int failure = 0; failure < 7; failure++) {
            backoff.failed();
            pauses.add(waited());
        }
        assertEquals(List.of(0L, 500L, 1_000L, 2_000L, 4_000L, 8_000L, 8_000L, 8_000L), pauses);
        backoff.succeeded();
        assertEquals(0, waited());
        backoff.failed();
        assertEquals(500, waited());
    }

    @Test
    void waitsNoLongerThanThePatience() {
        backoff.failed();
        assertFalse(backoff.await(Duration.ZERO));
        assertFalse(backoff.await(Duration.ofMillis(300)));
        assertTrue(backoff.await(Duration.ofMillis(200)));
    }

    @Test
    void timeThatPassesElsewhereCounts() {
        backoff.failed();
        now += 600_000_000L;
        assertEquals(0, waited());
        assertTrue(backoff.isPausing());
    }
}
