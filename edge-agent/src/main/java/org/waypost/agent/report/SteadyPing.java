package org.waypost.agent.report;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttPingSender;
import org.eclipse.paho.mqttv5.client.internal.ClientComms;
import org.jspecify.annotations.Nullable;

/**
 * Says when Paho looks whether the line still lives. Paho's own one waits by the wall clock ({@code java.util.Timer}):
 * a clock that is set back an hour would end its pings for an hour, and a half-open line would go unnoticed meanwhile.
 * This one counts time that passes. For one connection.
 */
final class SteadyPing implements MqttPingSender {
    static final String THREAD = "waypost-ping";

    private final ScheduledThreadPoolExecutor looks = new ScheduledThreadPoolExecutor(
            1, Thread.ofVirtual().name(THREAD).factory(), new ThreadPoolExecutor.DiscardPolicy());
    private @Nullable ClientComms line;
    private volatile @Nullable ScheduledFuture<?> next;

    @Override
    public void init(ClientComms comms) {
        line = comms;
    }

    @Override
    public void start() {
        if (line != null) {
            schedule(line.getKeepAlive());
        }
    }

    @Override
    public void schedule(long milliseconds) {
        next = looks.schedule(this::look, milliseconds, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (line != null) {
            line.checkForActivity();
        }
    }

    /** Not by interrupt: the look itself may be what ends the connection. */
    @Override
    public void stop() {
        ScheduledFuture<?> last = next;
        if (last != null) {
            last.cancel(false);
        }
        looks.shutdown();
    }
}
