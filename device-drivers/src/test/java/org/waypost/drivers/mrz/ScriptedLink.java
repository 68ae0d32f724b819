package org.waypost.drivers.mrz;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.simulated.Emission;

/** A link to a simulated device in the caller's own thread, under a clock that moves only when somebody waits. */
final class ScriptedLink implements Link {
    private final Clockwork ticker;
    private final Function<byte[], List<Emission>> device;
    private final PriorityQueue<Arrival> onTheWay =
            new PriorityQueue<>(Comparator.comparingLong(Arrival::due).thenComparingLong(Arrival::order));
    private long order;
    private boolean cut;

    ScriptedLink(Clockwork ticker, Function<byte[], List<Emission>> device) {
        this.ticker = ticker;
        this.device = device;
    }

    /** The clock. */
    static final class Clockwork implements Ticker {
        private long now = 1_000_000_000L;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void pause(Duration time) {
            now += Math.max(0, time.toNanos());
        }
    }

    private record Arrival(long due, long order, byte value) {}

    /** Lets pieces arrive, the first after this time. */
    void arriveIn(Duration delay, List<Emission> pieces) {
        long due = ticker.nanos() + delay.toNanos();
        for (Emission piece : pieces) {
            due += piece.delayNanos();
            for (byte value : piece.bytes()) {
                onTheWay.add(new Arrival(due, order++, value));
            }
        }
    }

    void arriveIn(Duration delay, byte[] bytes) {
        long due = ticker.nanos() + delay.toNanos();
        for (byte value : bytes) {
            onTheWay.add(new Arrival(due, order++, value));
        }
    }

    void cut() {
        cut = true;
    }

    void mend() {
        cut = false;
    }

    Link open() throws LinkLost {
        requireWhole();
        return this;
    }

    @Override
    public void write(byte[] bytes) throws LinkLost {
        requireWhole();
        arriveIn(Duration.ZERO, device.apply(bytes));
    }

    @Override
    public int read(byte[] into, int offset, Duration patience) throws LinkLost {
        requireWhole();
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
    public void speed(int baud) {}

    @Override
    public void drain() throws LinkLost {
        requireWhole();
        while (hasArrived()) {
            onTheWay.remove();
        }
    }

    @Override
    public void close() {
        onTheWay.clear();
    }

    private boolean hasArrived() {
        Arrival next = onTheWay.peek();
        return next != null && next.due() - ticker.nanos() <= 0;
    }

    private void requireWhole() throws LinkLost {
        if (cut) {
            throw new LinkLost("the script cuts the cable");
        }
    }
}
