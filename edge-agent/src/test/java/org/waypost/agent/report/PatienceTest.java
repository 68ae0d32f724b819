package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Patience patience = new Patience();

    private void answered(Duration after, int times) {
        for (int i = 0; i < times; i++) {
            patience.measured(after.toNanos());
        }
    }

    @Test
    void isTheLeastBeforeAnythingWasAnsweredAndWhileAnswersAreQuick() {
        assertEquals(Patience.LEAST, patience.first());
        answered(Duration.ofMillis(20), 100);
        assertEquals(Patience.LEAST, patience.first());
    }

    @Test
    void isTheFirstWaitAndFourTimesItsHalf() {
        answered(Duration.ofSeconds(20), 1);
        assertEquals(Duration.ofSeconds(60), patience.first());
    }

    @Test
    void comesDownToSteadyAnswersAndOnceTheyAreQuickToTheLeast() {
        answered(Duration.ofMinutes(5), 100);
        assertTrue(patience.first().compareTo(Duration.ofSeconds(301)) < 0);
        answered(Duration.ofMillis(20), 100);
        assertEquals(Patience.LEAST, patience.first());
    }

    /** A hub that is later with each report is never asked twice. */
    @Test
    void staysAboveAnswersThatBecomeLaterAndLater() {
        for (long seconds = 1; seconds <= 600; seconds += 5) {
            assertTrue(patience.first().toSeconds() > seconds, "answer after " + seconds);
            answered(Duration.ofSeconds(seconds), 1);
        }
    }

    @Test
    void isTwiceAsLongEachTimeAndNeverMoreThanTheMost() {
        answered(Duration.ofDays(1), 1);
        assertEquals(Patience.MOST, patience.first());
        assertEquals(Duration.ofMinutes(2), Patience.after(Duration.ofMinutes(1)));
        assertEquals(Patience.MOST, Patience.after(Patience.MOST));
    }
}
