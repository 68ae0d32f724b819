package org.waypost.drivers.simulated;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/**
 * A link to a simulator in the caller's own thread, under a clock that moves only when somebody waits: a test of a ten
 * second silence takes no time and always comes out the same.
 */
public final class LockstepLink implements Link {
    private final SamvSimulator simulator;
    private final LockstepTicker ticker;
    private final Deque<Arrival> onTheWay = new ArrayDeque<>();
    private int speed = 115_200;
    private long lastDue;
    private boolean closed;

    public LockstepLink(SamvSimulator simulator, LockstepTicker ticker) {
        this.simulator = simulator;
        this.ticker = ticker;
    }

    /** The clock. */
    public static final class LockstepTicker implements Ticker {
        private long now = Long.MAX_VALUE - 1_000_000_000L;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void pause(Duration time) {
            now += Math.max(0, time.toNanos());
        }
    }

    private record Arrival(long due, byte value) {}

    @Override
    public void write(byte[] bytes) throws LinkLost {
        requireOpen();
        long due = onTheWay.isEmpty() ? ticker.nanos() : lastDue;
        int before = simulator.baud();
        List<Emission> answer = simulator.receive(atSpeed(before, bytes));
        boolean early = simulator.speedHabit() == SpeedHabit.CHANGES_THEN_ANSWERS;
        for (Emission piece : answer) {
            due += piece.delayNanos();
            for (byte value : atSpeed(early ? simulator.baud() : before, piece.bytes())) {
                onTheWay.add(new Arrival(due, value));
            }
        }
        lastDue = due;
    }

    /** What arrives at the other end: something else, if it listens at another speed. */
    private byte[] atSpeed(int other, byte[] bytes) {
        byte[] arriving = bytes.clone();
        for (int i = 0; speed != other && i < arriving.length; i++) {
            arriving[i] ^= 0x5A;
        }
        return arriving;
    }

    @Override
    public int read(byte[] into, int offset, Duration patience) throws LinkLost {
        requireOpen();
        Arrival first = onTheWay.peek();
        if (first == null || first.due() - ticker.nanos() > patience.toNanos()) {
            ticker.pause(patience);
            return 0;
        }
        ticker.pause(Duration.ofNanos(first.due() - ticker.nanos()));
        int count = 0;
        while (hasArrived() && offset + count < into.length) {
            into[offset + count++] = onTheWay.remove().value();
        }
        return count;
    }

    @Override
    public void speed(int baud) {
        speed = baud;
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
        if (closed) {
            throw new LinkLost("closed");
        }
    }

    private boolean hasArrived() {
        Arrival next = onTheWay.peek();
        return next != null && next.due() - ticker.nanos() <= 0;
    }
}
