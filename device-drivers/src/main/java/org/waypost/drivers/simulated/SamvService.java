package org.waypost.drivers.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/** Carries bytes between a simulated module and whoever asks it, at the pace of the wire, until the way ends. */
final class SamvService {
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Source source;
    private final Sink sink;
    private final Ticker ticker;

    private SamvService(Source source, Sink sink, Ticker ticker) {
        this.source = source;
        this.sink = sink;
        this.ticker = ticker;
    }

    private interface Source {
        int read(byte[] into) throws LinkLost;
    }

    private interface Sink {
        void write(byte[] bytes) throws LinkLost;
    }

    static SamvService over(Link link, Ticker ticker) {
        return new SamvService(into -> link.read(into, 0, WAIT), link::write, ticker);
    }

    static SamvService over(InputStream in, OutputStream out, Ticker ticker) {
        return new SamvService(into -> read(in, into), bytes -> write(out, bytes), ticker);
    }

    /** Returns when the way has ended: the usual end of a simulator. */
    void run(SamvSimulator simulator) {
        byte[] received = new byte[256];
        try {
            while (!Thread.currentThread().isInterrupted()) {
                int count = source.read(received);
                send(simulator.receive(Arrays.copyOf(received, count)));
            }
        } catch (LinkLost ended) {
            Arrays.fill(received, (byte) 0);
        }
    }

    private void send(Iterable<Emission> pieces) throws LinkLost {
        long due = ticker.nanos();
        for (Emission piece : pieces) {
            due += piece.delayNanos();
            ticker.pause(Duration.ofNanos(due - ticker.nanos()));
            sink.write(piece.bytes());
        }
    }

    private static int read(InputStream in, byte[] into) throws LinkLost {
        try {
            int count = in.read(into);
            if (count < 0) {
                throw new LinkLost("the input has ended");
            }
            return count;
        } catch (IOException broken) {
            throw new LinkLost("the input is broken", broken);
        }
    }

    private static void write(OutputStream out, byte[] bytes) throws LinkLost {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException broken) {
            throw new LinkLost("the output is broken", broken);
        }
    }
}
