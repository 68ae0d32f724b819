package org.waypost.drivers.passport;

import java.util.Optional;

/**
 * What a picture file announces about itself, read without decoding anything: a file of a few bytes may announce a
 * picture that fills the memory. Only what is within the limits is given.
 *
 * @param width 1..4096 pixels
 * @param height 1..4096 pixels
 */
record PictureHeader(Kind kind, int width, int height) {
    /** Of the product: a portrait needs far less. */
    static final int MOST_PIXELS = 10_000_000;

    /** Of {@link org.waypost.drivers.device.Portrait}. */
    static final int LONGEST_SIDE = 4_096;

    /** Scans of one JPEG; each costs a pass over all pixels. */
    private static final int MOST_SCANS = 32;

    /** Formats of Doc 9303-9, section 3. */
    enum Kind {
        JPEG,
        JPEG_2000
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
                && width * height <= MOST_PIXELS;
        return within ? Optional.of(new PictureHeader(kind, (int) width, (int) height)) : Optional.empty();
    }

    /** Walks the segments of ITU-T T.81, annex B, to the frame header. */
    private static Optional<PictureHeader> jpeg(byte[] file) {
        if (scans(file) > MOST_SCANS) {
            return Optional.empty();
        }
        int at = 2;
        while (at + 9 < file.length && (file[at] & 0xFF) == 0xFF) {
            int marker = file[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
            } else if (isFrame(marker)) {
                return frame(file, at);
            } else {
                at += 2 + Math.max(2, word(file, at + 2));
            }
        }
        return Optional.empty();
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static Optional<PictureHeader> frame(byte[] file, int at) {
        boolean eightBits = file[at + 4] == 8;
        int components = file[at + 9];
        return eightBits && (components == 1 || components == 3)
                ? within(Kind.JPEG, word(file, at + 7), word(file, at + 5))
                : Optional.empty();
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
