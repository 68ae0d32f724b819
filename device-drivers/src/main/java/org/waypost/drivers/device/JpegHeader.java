package org.waypost.drivers.device;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The size a JPEG file announces, read without decoding anything: a file of a few bytes may announce a picture that
 * fills the memory. Only what is within the limits, of eight bits and of one or three components is given.
 *
 * @param width 1..4096 pixels
 * @param height 1..4096 pixels
 */
public record JpegHeader(int width, int height) {
    /** Of {@link Portrait}. */
    public static final int LONGEST_SIDE = 4_096;
    /** Of the product: a picture of one person needs far less. */
    public static final int MOST_PIXELS = 10_000_000;

    /**
     * Walks the segments of ITU-T T.81, annex B, to the frame header.
     *
     * @param file from its byte 0 to its limit; its position is not used
     * @return empty if it is no JPEG file, torn before the frame header, or beyond a limit
     */
    public static Optional<JpegHeader> of(ByteBuffer file) {
        int at = file.limit() > 3 && word(file, 0) == 0xFFD8 ? 2 : file.limit();
        while (at + 9 < file.limit() && (file.get(at) & 0xFF) == 0xFF) {
            int marker = file.get(at + 1) & 0xFF;
            if (marker == 0xFF) {
                at++;
            } else if (isBare(marker)) {
                return Optional.empty();
            } else if (isFrame(marker)) {
                return frame(file, at);
            } else {
                at += 2 + Math.max(2, word(file, at + 2));
            }
        }
        return Optional.empty();
    }

    /**
     * Markers without a length (table B.1), which no camera sends before the frame header: decoders step over them and
     * find another frame header than one that takes what follows for their length.
     */
    private static boolean isBare(int marker) {
        return marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD9);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static Optional<JpegHeader> frame(ByteBuffer file, int at) {
        int height = word(file, at + 5);
        int width = word(file, at + 7);
        int components = file.get(at + 9);
        return file.get(at + 4) == 8 && (components == 1 || components == 3) && isWithin(width, height)
                ? Optional.of(new JpegHeader(width, height))
                : Optional.empty();
    }

    private static boolean isWithin(int width, int height) {
        return width >= 1
                && height >= 1
                && width <= LONGEST_SIDE
                && height <= LONGEST_SIDE
                && width * height <= MOST_PIXELS;
    }

    private static int word(ByteBuffer file, int at) {
        return ((file.get(at) & 0xFF) << 8) | (file.get(at + 1) & 0xFF);
    }
}
