package org.waypost.hub.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Arrivals arrivals = new Arrivals();

    private void arrive(int messages, int bytes) {
        for (int i = 0; i < messages; i++) {
            MqttMessage message = new MqttMessage(new byte[bytes]);
            message.setId(i + 1);
            arrivals.messageArrived("topic", message);
        }
    }

    private List<Integer> ids() throws InterruptedException {
        return arrivals.next(PATIENCE).stream()
                .map(arrival -> arrival.message().getId())
                .toList();
    }

    @Test
    void takesWhatWaitsInItsOrder() throws InterruptedException {
        arrive(3, 10);
        assertEquals(List.of(1, 2, 3), ids());
    }

    @Test
    void takesAtMostTwoHundred() throws InterruptedException {
        arrive(201, 10);
        assertEquals(IntStream.rangeClosed(1, 200).boxed().toList(), ids());
        assertEquals(List.of(201), ids());
    }

    @Test
    void takesNoMoreOnceABatchIsHeavy() throws InterruptedException {
        arrive(4, Arrivals.BATCH_BYTES / 2);
        assertEquals(List.of(1, 2), ids());
    }

    @Test
    void saysAfterAWhileThatNothingCame() throws InterruptedException {
        assertEquals(List.of(), arrivals.next(Duration.ofMillis(1)));
    }

    /** Fifty lone messages, each held for the full 20 ms, would take a second. */
    @Test
    void keepsALoneMessageWaitingForNobody() throws InterruptedException {
        long begun = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            arrive(1, 10);
            assertEquals(1, ids().size());
        }
        assertTrue(System.nanoTime() - begun < Duration.ofMillis(500).toNanos());
    }

    /** One every half millisecond never ends by itself: the batch does. */
    @Test
    void endsABatchWhileMoreKeepsComing() throws InterruptedException {
        arrive(2, 10);
        Thread stream = Thread.ofVirtual().start(() -> trickle(Duration.ofMillis(500)));
        List<Integer> first = ids();
        assertTrue(stream.isAlive(), "the batch ended before the stream did");
        assertTrue(first.size() >= 2 && first.size() < Arrivals.BATCH_MAX, first::toString);
        stream.join();
    }

    private void trickle(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            arrive(1, 10);
            java.util.concurrent.locks.LockSupport.parkNanos(500_000);
        }
    }
}
