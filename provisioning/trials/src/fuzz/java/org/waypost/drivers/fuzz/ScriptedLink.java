package org.waypost.drivers.fuzz;

import java.time.Duration;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;

/**
 * A device that sends the same bytes whatever it is told, some at a time, and then is silent. Time passes in silence.
 */
public final class ScriptedLink implements Link {
    private final byte[] stream;
    private final int chunk;
    private final Time time = new Time();
    private int at;

    /** @param chunk most bytes that arrive at once, above 0 */
    public ScriptedLink(byte[] stream, int chunk) {
        this.stream = stream;
        this.chunk = chunk;
    }

    /** The time of this link. */
    public Ticker time() {
        return time;
    }

    @Override
    public int read(byte[] into, int offset, Duration patience) {
        int count = Math.min(Math.min(chunk, into.length - offset), stream.length - at);
        System.arraycopy(stream, at, into, offset, count);
        at += count;
        time.pause(count == 0 ? patience : Duration.ZERO);
        return count;
    }

    @Override
    public void write(byte[] bytes) {}

    @Override
    public void speed(int baud) {}

    @Override
    public void drain() {}

    @Override
    public void close() {}

    private static final class Time implements Ticker {
        private long now;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void pause(Duration time) {
            now += time.toNanos();
        }
    }
}
