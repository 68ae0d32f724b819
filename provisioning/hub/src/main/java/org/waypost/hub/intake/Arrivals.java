package org.waypost.hub.intake;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/**
 * Messages of one connection that wait to be taken, in batches. Mosquitto 2.0.11 sends far more than our Receive
 * Maximum (eclipse-mosquitto issue 2301; 10,399 were seen under way), and of a message that is dropped here nobody
 * would hear: there is room for all of those. Only beyond {@value #ROOM} KiB does Paho's thread wait and the line fill
 * up behind it, because what the broker says of our receipts comes over the same line.
 */
final class Arrivals implements MqttCallback {
    /** Most messages of one batch. */
    static final int BATCH_MAX = 200;

    /** A batch that reaches this takes no more: it is held in memory several times over while it is opened. */
    static final int BATCH_BYTES = 4 << 20;

    /** Messages that may be under way to us: one batch is dealt with while the next one comes. */
    static final int WINDOW = 2 * BATCH_MAX;

    /** What may wait, in KiB, of which each message takes at least one: reports of all sizes seen fit 10,399 times. */
    static final int ROOM = 24 << 10;

    /** Longest that a message waits for others to join it. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    /** After this long without another one, nothing more is expected. */
    private static final Duration LULL = Duration.ofMillis(2);

    private static final System.Logger LOG = System.getLogger(Arrivals.class.getName());

    /** How soon a full queue that nobody empties any more is noticed. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private final BlockingQueue<Arrival> waiting = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(ROOM, true);
    private volatile boolean closed;

    /** The next messages in the order of arrival; a lone one comes at once, none after that long. */
    List<Arrival> next(Duration limit) throws InterruptedException {
        Arrival first = poll(limit.toNanos());
        if (first == null) {
            return List.of();
        }
        Arrival second = poll(0);
        return second == null ? List.of(first) : gather(first, second);
    }

    private List<Arrival> gather(Arrival first, Arrival second) throws InterruptedException {
        List<Arrival> batch = new ArrayList<>(List.of(first));
        long end = System.nanoTime() + GATHERING.toNanos();
        long bytes = first.payload().length;
        Arrival next = second;
        while (next != null) {
            batch.add(next);
            bytes += next.payload().length;
            next = batch.size() < BATCH_MAX && bytes < BATCH_BYTES ? before(end) : null;
        }
        return batch;
    }

    private @Nullable Arrival before(long end) throws InterruptedException {
        return poll(Math.clamp(end - System.nanoTime(), 0, LULL.toNanos()));
    }

    private @Nullable Arrival poll(long nanos) throws InterruptedException {
        Arrival next = waiting.poll(nanos, NANOSECONDS);
        if (next != null) {
            room.release(next.room());
        }
        return next;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws InterruptedException {
        Arrival arrival = new Arrival(topic, message);
        while (!closed) {
            if (room.tryAcquire(arrival.room(), LOOK.toNanos(), NANOSECONDS)) {
                waiting.add(arrival);
                return;
            }
        }
    }

    /** Nothing is taken any more: what still comes was not acknowledged and is sent again. */
    void close() {
        closed = true;
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        LOG.log(Level.WARNING, "the broker connection is lost, connecting again");
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        LOG.log(Level.WARNING, "the broker connection reports error {0}", exception.getReasonCode());
    }

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}

    /** A message that the broker waits to hear of. */
    record Arrival(String topic, MqttMessage message) implements Incoming {
        @Override
        public byte[] payload() {
            return message.getPayload();
        }

        /** What it takes of the room, in KiB. */
        private int room() {
            return Math.clamp((payload().length + 1023) / 1024, 1, ROOM);
        }
    }
}
