package org.waypost.drivers.idcard;

import java.time.Duration;
import org.waypost.drivers.serial.Link;

/** A link on which bytes already lie and nothing ever follows. */
final class Wire implements Link {
    private final byte[] bytes;
    private final int piece;
    private int at;

    Wire(byte[] bytes) {
        this(bytes, Integer.MAX_VALUE);
    }

    /** Gives the bytes in pieces of at most this size. */
    Wire(byte[] bytes, int piece) {
        this.bytes = bytes;
        this.piece = piece;
    }

    @Override
    public void write(byte[] ignored) {}

    @Override
    public int read(byte[] into, int offset, Duration patience) {
        int count = Math.min(piece, Math.min(bytes.length - at, into.length - offset));
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public void speed(int baud) {}

    @Override
    public void drain() {}

    @Override
    public void close() {}
}
