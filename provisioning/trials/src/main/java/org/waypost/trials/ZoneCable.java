package org.waypost.trials;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.simulated.MrzSimulator;
import org.waypost.drivers.simulated.MrzSpecimen;

/**
 * A cable to a simulated reader of zones, in the caller's thread and a time of its own, that flips bits: each time the
 * driver begins to listen, a passport is drawn through.
 */
final class ZoneCable implements Link {
    private final MrzSimulator reader;
    private final NoisyCable.OwnTime time;
    private final Flips flips;
    private byte[] arrived = new byte[0];
    private byte[] waiting = new byte[0];
    private int messages;
    private long bytes;

    ZoneCable(MrzSimulator reader, NoisyCable.OwnTime time, long seed, double flipsPerBit) {
        this.reader = reader;
        this.time = time;
        this.flips = new Flips(new Random(seed), flipsPerBit);
    }

    /** Messages carried so far. */
    int messages() {
        return messages;
    }

    /** Bytes carried so far. */
    long bytes() {
        return bytes;
    }

    /** The last message as it arrived. */
    byte[] arrived() {
        return arrived.clone();
    }

    @Override
    public void drain() {
        arrived =
                flips.in(reader.emitted(MrzSpecimen.PASSPORT.lines()).getFirst().bytes());
        waiting = arrived;
        messages++;
        bytes += arrived.length;
    }

    @Override
    public int read(byte[] into, int offset, Duration patience) {
        if (waiting.length == 0) {
            time.pause(patience);
        }
        int count = Math.min(waiting.length, into.length - offset);
        System.arraycopy(waiting, 0, into, offset, count);
        waiting = Arrays.copyOfRange(waiting, count, waiting.length);
        return count;
    }

    @Override
    public void write(byte[] bytes) {}

    @Override
    public void speed(int baud) {}

    @Override
    public void close() {}
}
