package org.waypost.drivers.passport;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.waypost.drivers.device.JpegHeader;

/**
 * What a picture file announces about itself, read without decoding anything: a file of a few bytes may announce a
 * picture that fills the memory. Only what is within the limits is given.
 *
 * @param width 1..4096 pixels
 * @param height 1..4096 pixels
 */
record PictureHeader(Kind kind, int width, int height) {
    static final int LONGEST_SIDE = JpegHeader.LONGEST_SIDE;

    /** Scans of one JPEG; each costs a pass over all pixels. */
    private static final int MOST_SCANS = 32;

    /**
     * Formats of Doc 9303-9, section 3, and the most pixels of each. ImageIO takes 9 bytes of heap a pixel for JPEG,
     * JJ2000 takes 27 (measured): either stays below 56 MB, and a terminal has 128 MB. Portraits have 0.1 to 1 million.
     */
    enum Kind {
        JPEG(4_000_000),
        JPEG_2000(2_000_000);

        private final int mostPixels;

        Kind(int mostPixels) {
            this.mostPixels = mostPixels;
        }

        int mostPixels() {
            return mostPixels;
        }
    }

    /** Empty if it is neither JPEG nor JPEG 2000, torn, or beyond a limit. */
    static Optional<PictureHeader> of(byte[] file) {
        if (file.length < 12) {
            return Optional.empty();
        }
        return word(file, 0) == 0xFFD8 ? jpeg(file) : Codestream.in(file).flatMap(Codestream::header);
    }

    static Optional<PictureHeader> within(Kind kind, long width, long height) {
        boolean within = width >= 1
                && height >= 1
                && width <= LONGEST_SIDE
                && height <= LONGEST_SIDE
                && width * height <= kind.mostPixels();
        return within ? Optional.of(new PictureHeader(kind, (int) width, (int) height)) : Optional.empty();
    }

    private static Optional<PictureHeader> jpeg(byte[] file) {
        return scans(file) > MOST_SCANS
                ? Optional.empty()
                : JpegHeader.of(ByteBuffer.wrap(file))
                        .flatMap(header -> within(Kind.JPEG, header.width(), header.height()));
    }

    private static int scans(byte[] file) {
        int scans = 0;
        for (int i = 0; i + 1 < file.length; i++) {
            if (word(file, i) == 0xFFDA) {
                scans++;
            }
        }
        return scans;
    }

    static int word(byte[] file, int at) {
        return ((file[at] & 0xFF) << 8) | (file[at + 1] & 0xFF);
    }
}
