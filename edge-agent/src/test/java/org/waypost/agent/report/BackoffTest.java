package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {

    /** A source that always draws the longest. */
    private static RandomGenerator longest() {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public long nextLong(long bound) {
                return bound - 1;
            }
        };
    }

    @Test
    void theLongestPauseDoublesFromOneSecondToOneMinute() {
        Backoff backoff = new Backoff(longest());
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertEquals(Duration.ofSeconds(seconds), backoff.next());
        }
        backoff.reset();
        assertEquals(Duration.ofSeconds(1), backoff.next());
    }

    @Test
    void pausesFillTheWholeRange() {
        Backoff backoff = new Backoff(new Random(1));
        for (int i = 0; i < 10; i++) {
            backoff.next();
        }
        long[] millis = new long[200];
        java.util.Arrays.setAll(millis, i -> backoff.next().toMillis());
        assertTrue(java.util.Arrays.stream(millis).min().orElseThrow() < 6_000);
        assertTrue(java.util.Arrays.stream(millis).max().orElseThrow() > 54_000);
    }
}
