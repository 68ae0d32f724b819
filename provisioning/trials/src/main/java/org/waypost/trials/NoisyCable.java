package org.waypost.trials;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.simulated.Emission;
import org.waypost.drivers.simulated.SamvSimulator;

/**
 * A cable to a simulated card reader, in the caller's thread and a time of its own, that flips bits of the long
 * replies, those with a card's content; the short ones stay whole, so that the driver always comes to the read.
 */
final class NoisyCable implements Link {
    private static final int LONG_REPLY = 1_000;

    private final SamvSimulator module;
    private final OwnTime time;
    private final Flips flips;
    private byte[] waiting = new byte[0];
    private int replies;
    private int undetected;

    NoisyCable(SamvSimulator module, OwnTime time, long seed, double flipsPerBit) {
        this.module = module;
        this.time = time;
        this.flips = new Flips(new Random(seed), flipsPerBit);
    }

    /** A clock that moves only when somebody waits. */
    static final class OwnTime implements Ticker {
        private long now;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void pause(Duration span) {
            now += Math.max(0, span.toNanos());
        }
    }

    /** Long replies carried so far. */
    int replies() {
        return replies;
    }

    /** Those that arrived changed and with a check that holds. */
    int undetected() {
        return undetected;
    }

    @Override
    public void write(byte[] bytes) {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        for (Emission piece : module.receive(bytes)) {
            reply.writeBytes(piece.bytes());
        }
        byte[] sent = reply.toByteArray();
        waiting = sent.length > LONG_REPLY ? disturbed(sent) : sent;
    }

    private byte[] disturbed(byte[] sent) {
        byte[] arriving = flips.in(sent);
        replies++;
        if (!Arrays.equals(sent, arriving) && framed(arriving, sent)) {
            undetected++;
        }
        return arriving;
    }

    /** Whether preamble and length are as sent and the XOR of what follows the preamble is zero. */
    private static boolean framed(byte[] arriving, byte[] sent) {
        int check = 0;
        for (int i = 5; i < arriving.length; i++) {
            check ^= arriving[i];
        }
        return check == 0 && Arrays.equals(arriving, 0, 10, sent, 0, 10);
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
    public void drain() {
        waiting = new byte[0];
    }

    @Override
    public void speed(int baud) {}

    @Override
    public void close() {}
}
