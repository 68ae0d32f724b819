package org.waypost.drivers.camera.rtsp;

import static java.lang.System.Logger.Level.DEBUG;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.waypost.drivers.device.Ticker;

/**
 * The one connection to a camera. A read ends when the thread is interrupted, the wire is closed by any thread, or a
 * limit has passed; what was read is overwritten. Reads are for one thread.
 */
final class RtspWire implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RtspWire.class.getName());
    /** Longest pause within an answer. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final RtspLine line;
    private final Ticker ticker;
    private final byte[] window = new byte[1 << 16];
    private int at;
    private int end;
    private long deadline;
    private boolean hurried;

    RtspWire(RtspLine line, Ticker ticker) {
        this.line = line;
        this.ticker = ticker;
    }

    /** From now on all that is read must have come within this time, and without a long pause. */
    void within(Duration limit) throws IOException {
        line.pauseAtMost(PAUSE);
        deadline = ticker.nanos() + limit.toNanos();
        hurried = true;
    }

    /** Lifts the limit: whoever waits for pictures counts the time. */
    void atLeisure() throws IOException {
        line.pauseAtMost(Duration.ZERO);
        hurried = false;
    }

    /** The next byte, which stays to be read. */
    int peek() throws IOException {
        if (at == end) {
            fill();
        }
        return window[at] & 0xFF;
    }

    int read() throws IOException {
        int next = peek();
        at++;
        return next;
    }

    /** Reads so many bytes to the beginning of an array. */
    void read(byte[] into, int count) throws IOException {
        for (int done = 0; done < count; ) {
            peek();
            int piece = Math.min(count - done, end - at);
            System.arraycopy(window, at, into, done, piece);
            at += piece;
            done += piece;
        }
    }

    private void fill() throws IOException {
        if (hurried && ticker.nanos() - deadline > 0) {
            throw new SocketTimeoutException("the limit of the dialogue has passed");
        }
        Arrays.fill(window, 0, end, (byte) 0);
        at = 0;
        end = 0;
        int count = line.read(window);
        if (count < 0) {
            throw new EOFException("the camera hung up");
        }
        end = count;
    }

    /** Sends a request; from any thread. */
    void send(String request) throws IOException {
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(request);
        synchronized (this) {
            while (bytes.hasRemaining()) {
                line.write(bytes);
            }
        }
    }

    boolean isOpen() {
        return line.isOpen();
    }

    /** Ends a read that waits; what was read is overwritten by {@link #wipe()}. */
    @Override
    public void close() {
        try {
            line.close();
        } catch (IOException gone) {
            LOG.log(DEBUG, "the connection by rtsp was gone already");
        }
    }

    /** Overwrites what was read; for the thread that reads, at its end. */
    void wipe() {
        Arrays.fill(window, (byte) 0);
        at = end;
    }
}
