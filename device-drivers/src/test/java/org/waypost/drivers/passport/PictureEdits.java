package org.waypost.drivers.passport;

import org.waypost.drivers.simulated.PassportPicture;

/** Pictures whose headers were edited. */
final class PictureEdits {
    /** SOF0 and SIZ. */
    private static final int FRAME = 0xFFC0;

    private static final int SIZE = 0xFF51;

    private PictureEdits() {}

    /** The same file announcing another size, in one tile. */
    static PassportPicture announcing(PassportPicture picture, int width, int height) {
        byte[] bytes = picture.bytes().clone();
        if (picture.jpeg2000()) {
            int size = indexOf(bytes, SIZE);
            write(bytes, size + 6, 4, width);
            write(bytes, size + 10, 4, height);
            write(bytes, size + 22, 4, width);
            write(bytes, size + 26, 4, height);
        } else {
            int frame = indexOf(bytes, FRAME);
            write(bytes, frame + 5, 2, height);
            write(bytes, frame + 7, 2, width);
        }
        return new PassportPicture(bytes, width, height, picture.jpeg2000());
    }

    static int indexOf(byte[] bytes, int marker) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (PictureHeader.word(bytes, i) == marker) {
                return i;
            }
        }
        throw new IllegalArgumentException("no such marker");
    }

    static void write(byte[] bytes, int at, int octets, int value) {
        for (int i = 0; i < octets; i++) {
            bytes[at + i] = (byte) (value >> (8 * (octets - 1 - i)));
        }
    }
}
