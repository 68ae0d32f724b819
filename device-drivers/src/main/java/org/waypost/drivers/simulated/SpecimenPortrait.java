package org.waypost.drivers.simulated;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A drawn face, plainly nobody's: ellipses in six flat colours on 51 x 63 squares. Encoded in a format of our own, so
 * that no real decoder is needed and none is imitated:
 *
 * <pre>
 * "SPEC" | 01 | width 33 | height 3F | number of colours 1..16 | colours R G B | runs | zeros up to 1,024 bytes
 * run: high nibble colour, low nibble length 1..15; rows from the top, no run ends beyond the picture
 * </pre>
 *
 * @param background colour RRGGBB
 * @param skin colour RRGGBB
 * @param hair colour RRGGBB
 * @param clothes colour RRGGBB
 * @param hairReach how far down the hair goes, in squares from the top: 20 short, 44 long
 */
record SpecimenPortrait(int background, int skin, int hair, int clothes, int hairReach) {
    static final byte[] MAGIC = {'S', 'P', 'E', 'C', 1};
    static final int WIDTH = 51;
    static final int HEIGHT = 63;
    static final int BLOCK = 1024;

    private static final int DARK = 0x202020;
    private static final int RED = 0xB04040;

    /** The 1,024 byte picture block. */
    byte[] block() {
        int[] colours = {background, skin, hair, clothes, DARK, RED};
        ByteArrayOutputStream block = new ByteArrayOutputStream(BLOCK);
        block.writeBytes(MAGIC);
        block.write(WIDTH);
        block.write(HEIGHT);
        block.write(colours.length);
        for (int colour : colours) {
            block.write(colour >> 16);
            block.write(colour >> 8);
            block.write(colour);
        }
        writeRuns(block);
        return Arrays.copyOf(block.toByteArray(), BLOCK);
    }

    private void writeRuns(ByteArrayOutputStream block) {
        int at = 0;
        while (at < WIDTH * HEIGHT) {
            int colour = colourAt(at);
            int length = 1;
            while (length < 15 && at + length < WIDTH * HEIGHT && colourAt(at + length) == colour) {
                length++;
            }
            block.write(colour << 4 | length);
            at += length;
        }
    }

    private int colourAt(int index) {
        return colourAt(index % WIDTH, index / WIDTH);
    }

    private int colourAt(int x, int y) {
        if (isEye(x, y)) {
            return 4;
        }
        if (inEllipse(x, y, 25, 41, 5, 1)) {
            return 5;
        }
        if (inEllipse(x, y, 25, 30, 14, 19) && !isFringe(y)) {
            return 1;
        }
        if (inEllipse(x, y, 25, 26, 18, 22) && y <= hairReach) {
            return 2;
        }
        return isNeck(x, y) ? 1 : shouldersOrNothing(x, y);
    }

    private static boolean isEye(int x, int y) {
        return inEllipse(x, y, 19, 28, 2, 1) || inEllipse(x, y, 31, 28, 2, 1) || (x == 25 && y > 31 && y < 36);
    }

    private static boolean isFringe(int y) {
        return y < 18;
    }

    private static boolean isNeck(int x, int y) {
        return Math.abs(x - 25) < 6 && y > 44 && y < 54;
    }

    private static int shouldersOrNothing(int x, int y) {
        return inEllipse(x, y, 25, 64, 23, 13) ? 3 : 0;
    }

    private static boolean inEllipse(int x, int y, int centreX, int centreY, int radiusX, int radiusY) {
        int dx = (x - centreX) * radiusY;
        int dy = (y - centreY) * radiusX;
        return dx * dx + dy * dy <= radiusX * radiusX * radiusY * radiusY;
    }
}
