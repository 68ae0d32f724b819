package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.waypost.testing.ExpectFailure;

class HealthBeatTest {
    private static final long BEAT = HealthBeat.EVERY.toNanos();

    private final Enrolled enrolled = Enrolled.afresh();
    private final AtomicLong nanos = new AtomicLong();
    private final HealthBeat beat = new HealthBeat(() -> Optional.of(enrolled.health()), nanos::get);

    @Test
    void speaksOnConnectingThenAtItsBeatHoweverOftenItIsAsked() {
        beat.connected();
        assertTrue(beat.next().isPresent());
        for (long at = 0; at < BEAT; at += BEAT / 10) {
            nanos.set(at);
            assertTrue(beat.next().isEmpty(), "a report filed between two beats brings no word");
        }
        nanos.set(BEAT);
        assertTrue(beat.next().isPresent());
        assertTrue(beat.next().isEmpty());
    }

    @Test
    void speaksOnEachConnection() {
        beat.connected();
        assertTrue(beat.next().isPresent());
        beat.connected();
        assertTrue(beat.next().isPresent());
    }

    @Test
    @ExpectFailure(IllegalStateException.class)
    void aDefectIsToldAndEndsNoConnection() {
        HealthBeat broken = new HealthBeat(
                () -> {
                    throw new IllegalStateException("a device driver's defect");
                },
                nanos::get);
        broken.connected();
        assertEquals(Optional.empty(), broken.next());
    }
}
