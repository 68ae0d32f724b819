package org.waypost.drivers.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.panel.PanelEvent.HelpPressed;
import org.waypost.drivers.panel.PanelEvent.PresenceBegan;

/** A queue that nobody empties keeps the calls for help. */
class EventQueueTest {
    private final EventQueue queue = new EventQueue();

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }

    private Optional<PanelEvent> poll() {
        return queue.take(Duration.ZERO, () -> true);
    }

    @Test
    void givesEventsInTheirOrder() {
        queue.put(new PresenceBegan(at(1)));
        queue.put(new HelpPressed(at(2)));
        assertEquals(Optional.of(new PresenceBegan(at(1))), poll());
        assertEquals(Optional.of(new HelpPressed(at(2))), poll());
        assertEquals(Optional.empty(), poll());
    }

    @Test
    void presenceGivesWayToACallForHelp() {
        queue.put(new HelpPressed(at(0)));
        for (int i = 1; i < PanelWatch.MOST_WAITING; i++) {
            queue.put(new PresenceBegan(at(i)));
        }
        queue.put(new HelpPressed(at(100)));
        assertEquals(Optional.of(new HelpPressed(at(0))), poll());
        assertEquals(Optional.of(new PresenceBegan(at(2))), poll());
        for (int i = 3; i < PanelWatch.MOST_WAITING; i++) {
            assertEquals(Optional.of(new PresenceBegan(at(i))), poll());
        }
        assertEquals(Optional.of(new HelpPressed(at(100))), poll());
        assertEquals(Optional.empty(), poll());
    }

    @Test
    void theFirstCallsAreKeptWhereAllAreCalls() {
        for (int i = 0; i < PanelWatch.MOST_WAITING + 10; i++) {
            queue.put(new HelpPressed(at(i)));
        }
        for (int i = 0; i < PanelWatch.MOST_WAITING; i++) {
            assertEquals(Optional.of(new HelpPressed(at(i))), poll());
        }
        assertEquals(Optional.empty(), poll());
    }

    @Test
    void anInterruptIsKept() {
        Thread.currentThread().interrupt();
        assertEquals(Optional.empty(), queue.take(Duration.ofDays(1), () -> false));
        assertEquals(true, Thread.interrupted());
    }
}
