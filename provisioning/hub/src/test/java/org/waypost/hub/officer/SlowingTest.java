package org.waypost.hub.officer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.hub.casebook.Officer;

class SlowingTest {
    private static final Officer LI = new Officer("Li");
    private Instant now = Instant.EPOCH;

    @Test
    void doublesTheWaitUpToFiveMinutesAndForgetsAfterAnHour() {
        Slowing slowing = new Slowing(() -> now);
        assertEquals(Optional.empty(), slowing.wait(LI));
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300}) {
            slowing.refused(LI);
            assertEquals(Optional.of(Duration.ofSeconds(seconds)), slowing.wait(LI));
            assertEquals(Optional.empty(), slowing.wait(new Officer("Wu")), "another name does not wait");
            now = now.plusSeconds(seconds);
            assertEquals(Optional.empty(), slowing.wait(LI));
        }
        now = now.plus(Slowing.MEMORY).plusMillis(1);
        assertEquals(Optional.empty(), slowing.wait(LI));
        slowing.refused(LI);
        assertEquals(Optional.of(Duration.ofSeconds(1)), slowing.wait(LI));
        slowing.forget(LI);
        assertEquals(Optional.empty(), slowing.wait(LI));
    }
}
