package org.waypost.trials;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.waypost.drivers.serial.Link;

/** A cable to a device that answers at once, in the caller's thread and a time of its own. */
final class AnsweringCable implements Link {
    private final NoisyCable.OwnTime time;
    private final UnaryOperator<byte[]> device;
    private byte[] waiting = new byte[0];
    private long carried;

    /** @param device gives what it sends on receiving bytes */
    AnsweringCable(NoisyCable.OwnTime time, UnaryOperator<byte[]> device) {
        this.time = time;
        this.device = device;
    }

    /** Bytes that the device has sent so far. */
    long carried() {
        return carried;
    }

    @Override
    public void write(byte[] bytes) {
        byte[] answer = device.apply(bytes);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(waiting);
        all.writeBytes(answer);
        waiting = all.toByteArray();
        carried += answer.length;
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
