package org.waypost.drivers.camera.rtsp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.waypost.drivers.device.Ticker;

/** A camera that says the same whatever it is told, some bytes each 50 ms, and then hangs up. */
final class RtspScript implements RtspLine, Ticker {
    private static final Duration PACE = Duration.ofMillis(50);

    private final byte[] stream;
    private final int chunk;
    private final List<String> said = new ArrayList<>();
    private byte[] window = new byte[0];
    private int at;
    private long now;

    RtspScript(byte[] stream, int chunk) {
        this.stream = stream;
        this.chunk = chunk;
    }

    /** What it was told. */
    List<String> said() {
        return said;
    }

    /** Whether nothing is left where it wrote. */
    boolean isWiped() {
        for (byte left : window) {
            if (left != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int read(byte[] into) throws IOException {
        window = into;
        pause(PACE);
        int count = Math.min(Math.min(chunk, into.length), stream.length - at);
        System.arraycopy(stream, at, into, 0, count);
        at += count;
        return count == 0 ? -1 : count;
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void pause(Duration time) {
        now += time.toNanos();
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        said.add(StandardCharsets.ISO_8859_1.decode(bytes).toString());
    }

    @Override
    public void pauseAtMost(Duration limit) throws IOException {}

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() throws IOException {}
}
