package org.waypost.contract;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A report's text as it lies under the seal: compressed (RFC 1951), then filled with zeros to a multiple of
 * {@value #STEP} bytes. How far a text can be compressed says something about it, so the length that is seen on the way
 * is rounded: most reports have one of a handful.
 */
final class Packing {
    /** Lengths are multiples of this, in bytes. */
    static final int STEP = 256;

    private static final boolean RAW = true;

    private Packing() {}

    static byte[] pack(byte[] text) {
        return pack(text, STEP);
    }

    /** As {@link #pack(byte[])}, to a multiple of another number of bytes. */
    static byte[] pack(byte[] text, int step) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, RAW)) {
            deflater.setInput(text);
            deflater.finish();
            // stored blocks cost 5 bytes for each 65,535, which is the worst that can happen
            byte[] packed = new byte[text.length + text.length / 1_000 + STEP];
            int length = deflater.deflate(packed);
            return Arrays.copyOf(packed, (length + step - 1) / step * step);
        }
    }

    /** The text; empty if it is none, is longer than {@code limit} bytes, or is followed by anything but zeros. */
    static Optional<byte[]> unpack(byte[] packed, int limit) {
        try (Inflater inflater = new Inflater(RAW)) {
            inflater.setInput(packed);
            byte[] text = new byte[limit];
            int length = inflater.inflate(text);
            return inflater.finished() && onlyZeros(packed, packed.length - inflater.getRemaining())
                    ? Optional.of(Arrays.copyOf(text, length))
                    : Optional.empty();
        } catch (DataFormatException notPacked) {
            return Optional.empty();
        }
    }

    private static boolean onlyZeros(byte[] bytes, int from) {
        for (int at = from; at < bytes.length; at++) {
            if (bytes[at] != 0) {
                return false;
            }
        }
        return true;
    }
}
