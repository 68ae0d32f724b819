package org.waypost.drivers.simulated;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/**
 * A link to a simulated fingerprint module in the caller's own thread, under a clock that moves only when somebody
 * waits. What is sent at another speed than the receiver's arrives garbled.
 */
public final class Ef01LockstepLink implements Link {
    private static final int GARBLE = 0x3C;

    private final Ef01Simulator simulator;
    private final Ticker ticker;
    private final Deque<Arrival> onTheWay = new ArrayDeque<>();
    private long lastDue;
    private int baud = 9_600;
    private byte[] lastReadInto = new byte[0];
    private boolean cut;
    private boolean closed;

    public Ef01LockstepLink(Ef01Simulator simulator, Ticker ticker) {
        this.simulator = simulator;
        this.ticker = ticker;
        send(simulator.powerOn());
    }

    private static final class Arrival {
        private final long due;
        private final int baud;
        private final byte[] bytes;
        private int at;

        private Arrival(long due, int baud, byte[] bytes) {
            this.due = due;
            this.baud = baud;
            this.bytes = bytes;
        }
    }

    /** The very array that the driver gave to the last read. */
    public byte[] lastReadInto() {
        return lastReadInto;
    }

    /** Loses the link under the hands of whoever uses it. */
    public void cut() {
        cut = true;
    }

    @Override
    public void write(byte[] bytes) throws LinkLost {
        requireOpen();
        byte[] arriving = bytes.clone();
        garble(arriving, baud != simulator.baud());
        send(simulator.receive(arriving));
    }

    private void send(Iterable<Ef01Sending> sendings) {
        long due = onTheWay.isEmpty() ? ticker.nanos() : Math.max(lastDue, ticker.nanos());
        for (Ef01Sending sending : sendings) {
            due += sending.emission().delayNanos();
            onTheWay.add(new Arrival(due, sending.baud(), sending.emission().bytes()));
        }
        lastDue = due;
    }

    @Override
    public int read(byte[] into, int offset, Duration patience) throws LinkLost {
        requireOpen();
        lastReadInto = into;
        Arrival first = onTheWay.peek();
        if (Thread.currentThread().isInterrupted()) {
            return 0;
        }
        if (first == null || first.due - ticker.nanos() > patience.toNanos()) {
            ticker.pause(patience);
            return 0;
        }
        ticker.pause(Duration.ofNanos(first.due - ticker.nanos()));
        int count = 0;
        while (hasArrived() && offset + count < into.length) {
            count += moveTo(into, offset + count);
        }
        return count;
    }

    private int moveTo(byte[] into, int offset) {
        Arrival next = onTheWay.element();
        int count = Math.min(next.bytes.length - next.at, into.length - offset);
        byte[] piece = Arrays.copyOfRange(next.bytes, next.at, next.at + count);
        garble(piece, next.baud != baud);
        System.arraycopy(piece, 0, into, offset, count);
        next.at += count;
        if (next.at == next.bytes.length) {
            onTheWay.remove();
        }
        return count;
    }

    private static void garble(byte[] bytes, boolean mismatch) {
        for (int i = 0; mismatch && i < bytes.length; i++) {
            bytes[i] ^= (byte) GARBLE;
        }
    }

    @Override
    public void speed(int wanted) throws LinkLost {
        requireOpen();
        baud = wanted;
    }

    @Override
    public void drain() throws LinkLost {
        requireOpen();
        while (hasArrived()) {
            onTheWay.remove();
        }
    }

    @Override
    public void close() {
        onTheWay.clear();
        closed = true;
    }

    private void requireOpen() throws LinkLost {
        if (closed || cut) {
            throw new LinkLost("closed");
        }
    }

    private boolean hasArrived() {
        Arrival next = onTheWay.peek();
        return next != null && next.due - ticker.nanos() <= 0;
    }
}
