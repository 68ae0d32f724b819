package org.waypost.drivers.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/** Carries bytes between a simulated module and whoever asks it, at the pace of the wire, until the way ends. */
final class SamvService {
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Source source;
    private final Sink sink;
    private final Speed speed;
    private final Ticker ticker;

    private SamvService(Source source, Sink sink, Speed speed, Ticker ticker) {
        this.source = source;
        this.sink = sink;
        this.speed = speed;
        this.ticker = ticker;
    }

    private interface Source {
        int read(byte[] into) throws LinkLost;
    }

    private interface Sink {
        void write(byte[] bytes) throws LinkLost;
    }

    private interface Speed {
        void set(int baud) throws LinkLost;
    }

    static SamvService over(Link link, Ticker ticker) {
        return new SamvService(into -> link.read(into, 0, WAIT), link::write, link::speed, ticker);
    }

    static SamvService over(InputStream in, OutputStream out, Ticker ticker) {
        return new SamvService(into -> read(in, into), bytes -> write(out, bytes), baud -> {}, ticker);
    }

    /** Returns when the way has ended: the usual end of a simulator. */
    void run(SamvSimulator simulator) {
        byte[] received = new byte[256];
        try {
            speed.set(simulator.baud());
            while (!Thread.currentThread().isInterrupted()) {
                int count = source.read(received);
                answer(simulator, Arrays.copyOf(received, count));
            }
        } catch (LinkLost ended) {
            Arrays.fill(received, (byte) 0);
        }
    }

    private void answer(SamvSimulator simulator, byte[] received) throws LinkLost {
        int before = simulator.baud();
        List<Emission> pieces = simulator.receive(received);
        boolean changed = simulator.baud() != before;
        if (changed && simulator.speedHabit() == SpeedHabit.CHANGES_THEN_ANSWERS) {
            speed.set(simulator.baud());
        }
        send(pieces);
        if (changed) {
            speed.set(simulator.baud());
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
