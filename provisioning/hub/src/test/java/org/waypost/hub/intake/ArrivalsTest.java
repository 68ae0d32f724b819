package org.waypost.hub.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGE = 64 << 10;
    private static final int FILLING = (Arrivals.ROOM << 10) / LARGE;

    private final Arrivals arrivals = new Arrivals();

    private void arrive(int messages, int bytes) {
        for (int i = 0; i < messages; i++) {
            MqttMessage message = new MqttMessage(new byte[bytes]);
            message.setId(i + 1);
            arrive(message);
        }
    }

    private void arrive(MqttMessage message) {
        try {
            arrivals.messageArrived("topic", message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        arrivals.close();
        stream.join();
    }

    /** As many as Mosquitto 2.0.11 was seen to send, of the size of a report: what comes behind them is heard. */
    @Test
    void holdsUpNoAnswerThatComesBehindABurst() throws InterruptedException {
        Thread broker = Thread.ofVirtual().start(() -> arrive(10_399, 1_700));
        assertTrue(broker.join(PATIENCE), "the line waits");
    }

    /** A broker that sends five times what there is room for. */
    @Test
    void losesNothingThatABrokerSendsBeyondTheRoom() throws InterruptedException {
        int many = 5 * FILLING;
        Thread broker = Thread.ofVirtual().start(() -> arrive(many, LARGE));
        List<Integer> taken = new ArrayList<>();
        while (taken.size() < many) {
            List<Integer> next = ids();
            assertFalse(next.isEmpty(), () -> "nothing came after " + taken.size());
            taken.addAll(next);
        }
        assertEquals(IntStream.rangeClosed(1, many).boxed().toList(), taken);
        broker.join();
    }

    @Test
    void letsABrokersThreadGoWhenNobodyTakesAnyMore() throws InterruptedException {
        Thread broker = Thread.ofVirtual().start(() -> arrive(FILLING + 1, LARGE));
        assertFalse(broker.join(Duration.ofMillis(200)), "more waits than there is room for");
        arrivals.close();
        assertTrue(broker.join(PATIENCE));
    }

    private void trickle(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            arrive(1, 10);
            java.util.concurrent.locks.LockSupport.parkNanos(500_000);
        }
    }
}
