package org.waypost.hub.intake;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttPingSender;
import org.eclipse.paho.mqttv5.client.internal.ClientComms;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the line still lives. Paho's own one waits by the wall clock ({@code java.util.Timer}): a clock that is
 * set back an hour would end its pings for an hour. And it gives an answer a whole keep-alive, so that a half-open line
 * is noticed after two. This one counts time that passes, lets Paho ping when nothing came or went for a keep-alive,
 * and ends the connection when nothing has come 0.4 of one later: within one and a half, but for long messages on a
 * slow line ({@link Pulse}). For one connection.
 */
final class SteadyPing implements MqttPingSender {
    static final String THREAD = "waypost-ping";

    private static final int LOOKS_A_KEEP_ALIVE = 30;
    private static final double ANSWERED_WITHIN = 0.4;

    private final ScheduledThreadPoolExecutor looks = new ScheduledThreadPoolExecutor(
            1, Thread.ofVirtual().name(THREAD).factory(), new ThreadPoolExecutor.DiscardPolicy());
    private final Pulse pulse;
    private @Nullable ClientComms line;
    private volatile @Nullable ScheduledFuture<?> turns;
    private boolean asked;
    private long askedAt;

    /** For the line of that pulse. */
    SteadyPing(Pulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public void init(ClientComms comms) {
        line = comms;
    }

    @Override
    public void start() {
        ClientComms on = line;
        if (on == null || on.getKeepAlive() <= 0) {
            return;
        }
        long every = Math.max(1, on.getKeepAlive() / LOOKS_A_KEEP_ALIVE);
        Duration patience = Duration.ofMillis((long) (ANSWERED_WITHIN * on.getKeepAlive()));
        turns = looks.scheduleWithFixedDelay(() -> look(on, patience), every, every, TimeUnit.MILLISECONDS);
    }

    /** Paho says when it would look next; here it is looked more often. */
    @Override
    public void schedule(long milliseconds) {}

    /** While an answer is awaited Paho is not asked: it would not wait for one. */
    private void look(ClientComms on, Duration patience) {
        if (!asked || !pulse.silentSince(askedAt)) {
            askedAt = pulse.now();
            asked = on.checkForActivity() != null;
        } else if (pulse.silentSince(askedAt, patience)) {
            asked = false;
            on.shutdownConnection(null, new MqttException(MqttClientException.REASON_CODE_CLIENT_TIMEOUT), null);
        }
    }

    /** Not by interrupt: the look itself may be what ends the connection. */
    @Override
    public void stop() {
        ScheduledFuture<?> last = turns;
        if (last != null) {
            last.cancel(false);
        }
        looks.shutdown();
    }
}
