package org.waypost.drivers.device;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The picture of one person, in memory of one session only: rows from the top, three bytes a pixel in the order red,
 * green, blue, no padding. {@link #close()} overwrites the pixels with zero before the memory is given back. Safe for
 * use by several threads as long as none reads after {@code close()}.
 */
public final class Portrait implements AutoCloseable {
    private final int width;
    private final int height;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment pixels;
    private boolean closed;

    /**
     * Copies the pixels; the caller wipes its own array.
     *
     * @param width 1..4096 pixels
     * @param height 1..4096 pixels
     * @param rgb {@code width * height * 3} bytes
     * @throws IllegalArgumentException if the sizes do not fit each other
     */
    public Portrait(int width, int height, byte[] rgb) {
        this(width, height, MemorySegment.ofArray(rgb));
    }

    /** As {@link #Portrait(int, int, byte[])}, from memory of any kind. */
    public Portrait(int width, int height, MemorySegment rgb) {
        if (width < 1 || height < 1 || width > 4096 || height > 4096 || rgb.byteSize() != 3L * width * height) {
            throw new IllegalArgumentException(
                    "portrait of " + width + "x" + height + " with " + rgb.byteSize() + " bytes");
        }
        this.width = width;
        this.height = height;
        this.pixels = arena.allocate(rgb.byteSize());
        pixels.copyFrom(rgb);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** A read-only view of the pixels, dead after {@link #close()}. */
    public MemorySegment pixels() {
        return pixels.asReadOnly();
    }

    /** Zeroes and frees the pixels; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            pixels.fill((byte) 0);
            arena.close();
        }
    }

    /** Sizes only: a log line must never hold a picture. */
    @Override
    public String toString() {
        return "Portrait[" + width + "x" + height + "]";
    }
}
