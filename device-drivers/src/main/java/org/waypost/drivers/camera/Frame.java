package org.waypost.drivers.camera;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.function.Supplier;
import org.waypost.drivers.device.JpegHeader;

/**
 * One picture of the preview in memory: the JPEG file as the camera sent it, not decoded. {@link #close()} overwrites
 * it with zero before the memory is given back. Safe for use by several threads as long as none reads after
 * {@code close()}.
 */
public final class Frame implements AutoCloseable {
    private static final int PIECE = 8_192;

    private final JpegHeader header;
    private final long takenNanos;
    private final long number;
    private final Arena arena;
    private final MemorySegment jpeg;
    private boolean closed;

    /** Copies a picture into memory of its own, which it gives back. */
    Frame(JpegHeader header, MemorySegment jpeg, Moment moment, Supplier<Arena> memory) {
        this.header = header;
        this.takenNanos = moment.nanos();
        this.number = moment.number();
        this.arena = memory.get();
        this.jpeg = arena.allocate(jpeg.byteSize()).copyFrom(jpeg);
    }

    static Frame of(JpegHeader header, MemorySegment jpeg, Moment moment) {
        return new Frame(header, jpeg, moment, Arena::ofShared);
    }

    /**
     * When a picture came.
     *
     * @param nanos of the ticker, when its last byte had been received
     * @param number among the pictures since the camera was opened, from 1
     */
    record Moment(long nanos, long number) {}

    /** Pixels, 1..4096, as the picture announces. */
    public int width() {
        return header.width();
    }

    /** Pixels, 1..4096, as the picture announces. */
    public int height() {
        return header.height();
    }

    long takenNanos() {
        return takenNanos;
    }

    long number() {
        return number;
    }

    /**
     * A read-only view of the JPEG file, dead after {@link #close()}. It may lack Huffman tables, as of USB cameras.
     */
    public MemorySegment jpeg() {
        return jpeg.asReadOnly();
    }

    /** Writes the JPEG file; what is copied on the way is wiped. */
    public void writeTo(OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        try {
            for (long at = 0; at < jpeg.byteSize(); at += PIECE) {
                int count = (int) Math.min(PIECE, jpeg.byteSize() - at);
                MemorySegment.copy(jpeg, ValueLayout.JAVA_BYTE, at, piece, 0, count);
                out.write(piece, 0, count);
            }
        } finally {
            Arrays.fill(piece, (byte) 0);
        }
    }

    /** Zeroes and frees the picture; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            jpeg.fill((byte) 0);
            arena.close();
        }
    }

    /** Sizes only: a log line must never hold a picture. */
    @Override
    public String toString() {
        return "Frame[" + width() + "x" + height() + "]";
    }
}
