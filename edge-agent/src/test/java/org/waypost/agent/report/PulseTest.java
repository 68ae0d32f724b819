package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private long now = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos(); // monotonic time may overflow
    private final Pulse pulse = new Pulse(() -> now);

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private boolean gone(long asked) {
        return pulse.silentSince(asked, PATIENCE);
    }

    @Test
    void aLineIsGoneWhenNothingCameForAsLongAsItMayTake() {
        pass(Duration.ofSeconds(1));
        long asked = pulse.now();
        assertTrue(pulse.silentSince(asked));
        pass(PATIENCE.minusNanos(1));
        assertFalse(gone(asked));
        pass(Duration.ofNanos(1));
        assertTrue(gone(asked));
    }

    @Test
    void anythingThatCameIsAnAnswer() {
        pass(Duration.ofSeconds(1));
        long asked = pulse.now();
        pulse.heard();
        assertFalse(pulse.silentSince(asked));
        pass(Duration.ofHours(1));
        assertFalse(gone(asked));
    }

    @Test
    void aLongMessageMayPassOverTheSlowestLineFirst() {
        pulse.sent(60 * Pulse.SLOWEST);
        pass(Duration.ofSeconds(30));
        long asked = pulse.now();
        pulse.sent(2);
        pass(Duration.ofSeconds(30).plus(PATIENCE));
        assertFalse(gone(asked));
        pass(Duration.ofMillis(2));
        assertTrue(gone(asked));
    }

    @Test
    void whatWentOverTheLineLongAgoDelaysNothing() {
        pulse.sent(10 * Pulse.SLOWEST);
        pass(Duration.ofSeconds(30));
        long asked = pulse.now();
        pass(PATIENCE);
        assertTrue(gone(asked));
    }
}
