package org.waypost.drivers.fingerprint;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.Supplier;

/**
 * The picture of one finger, in memory of one session only: rows from the top, one byte a pixel, 0 black to 255 white,
 * ridges dark, no padding. {@link #close()} overwrites the pixels with zero before the memory is given back. Safe for
 * use by several threads as long as none reads after {@code close()}.
 */
public final class Fingerprint implements AutoCloseable {
    private static final int LONGEST_SIDE = 1024;
    private static final int LEAST_DPI = 250;
    private static final int MOST_DPI = 1000;

    private final int width;
    private final int height;
    private final int dpi;
    private final Arena arena;
    private final MemorySegment pixels;
    private boolean closed;

    /** A black picture in memory of its own. */
    Fingerprint(int width, int height, int dpi, Supplier<Arena> memory) {
        this.width = width;
        this.height = height;
        this.dpi = dpi;
        this.arena = memory.get();
        this.pixels = arena.allocate((long) width * height);
    }

    /**
     * Copies the pixels; the caller wipes its own array.
     *
     * @param width 1..1024 pixels
     * @param height 1..1024 pixels
     * @param dpi pixels per inch, 250..1000
     * @param grey {@code width * height} bytes
     * @throws IllegalArgumentException if the sizes do not fit each other
     */
    public static Fingerprint of(int width, int height, int dpi, byte[] grey) {
        boolean sized = width >= 1 && height >= 1 && width <= LONGEST_SIDE && height <= LONGEST_SIDE;
        if (!sized || dpi < LEAST_DPI || dpi > MOST_DPI || grey.length != width * height) {
            throw new IllegalArgumentException(
                    "fingerprint of " + width + "x" + height + ", " + dpi + " dpi, with " + grey.length + " bytes");
        }
        Fingerprint print = new Fingerprint(width, height, dpi, Arena::ofShared);
        MemorySegment.copy(grey, 0, print.pixels, ValueLayout.JAVA_BYTE, 0, grey.length);
        return print;
    }

    /**
     * Unpacks what a module sends: the upper four bits of two pixels a byte, the left one in the high nibble.
     *
     * @param packed as many bytes as the format has; not kept
     */
    static Fingerprint unpacked(ImageFormat format, MemorySegment packed) {
        Fingerprint print = new Fingerprint(format.width(), format.height(), format.dpi(), Arena::ofShared);
        for (int i = 0; i < format.bytes(); i++) {
            int pair = packed.get(ValueLayout.JAVA_BYTE, i) & 0xFF;
            print.pixels.set(ValueLayout.JAVA_BYTE, 2L * i, (byte) ((pair >> 4) * 17));
            print.pixels.set(ValueLayout.JAVA_BYTE, 2L * i + 1, (byte) ((pair & 15) * 17));
        }
        return print;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Pixels per inch. */
    public int dpi() {
        return dpi;
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
        return "Fingerprint[" + width + "x" + height + ", " + dpi + " dpi]";
    }
}
