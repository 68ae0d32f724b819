package org.waypost.drivers.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Ticker;

/** Edges in the time of this machine. */
class EdgesTest {
    private final Edges edges = Edges.live(Ticker.SYSTEM);

    private static Edge edge(long nanos) {
        return new Edge(PanelInput.HELP, Level.LOW, nanos);
    }

    @Test
    void givesThemInTheirOrderAndNoMoreThanMayWait() throws InterruptedException {
        edges.begin();
        for (int i = 0; i < Edges.MOST + 5; i++) {
            edges.put(edge(i));
        }
        for (int i = 0; i < Edges.MOST; i++) {
            assertEquals(Optional.of(edge(i)), edges.take(Duration.ZERO));
        }
        assertEquals(Optional.empty(), edges.take(Duration.ZERO));
    }

    @Test
    void theEndWakesWhoeverWaits() throws InterruptedException {
        edges.begin();
        Thread ending = Thread.ofVirtual().start(edges::end);
        assertEquals(Optional.empty(), edges.take(Duration.ofDays(1)));
        ending.join();
        assertEquals(Optional.empty(), edges.take(Duration.ofDays(1)));
    }

    @Test
    void aNewLoopHearsNothingOfTheLast() throws InterruptedException {
        edges.begin();
        edges.put(edge(1));
        edges.end();
        edges.begin();
        assertEquals(Optional.empty(), edges.take(Duration.ZERO));
        edges.put(edge(2));
        assertEquals(Optional.of(edge(2)), edges.take(Duration.ofDays(1)));
    }
}
