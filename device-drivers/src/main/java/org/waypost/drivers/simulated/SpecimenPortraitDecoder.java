package org.waypost.drivers.simulated;

import java.util.Arrays;
import java.util.Optional;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.idcard.PortraitDecoder;

/**
 * Decodes the drawn portraits of {@link SpecimenCard}, each square as 2 x 2 pixels, so that the picture has the 102 x
 * 126 of a real one. Refuses everything else, real picture blocks first of all; any 1,024 bytes at all are safe to
 * offer.
 */
public final class SpecimenPortraitDecoder implements PortraitDecoder {
    private static final int SCALE = 2;
    private static final int COLOURS_AT = 8;

    @Override
    public Optional<Portrait> decode(byte[] block) {
        if (!isOurs(block)) {
            return Optional.empty();
        }
        byte[] squares = new byte[SpecimenPortrait.WIDTH * SpecimenPortrait.HEIGHT];
        byte[] pixels = new byte[squares.length * SCALE * SCALE * 3];
        try {
            return unrolled(block, squares) ? Optional.of(painted(block, squares, pixels)) : Optional.empty();
        } finally {
            Arrays.fill(squares, (byte) 0);
            Arrays.fill(pixels, (byte) 0);
        }
    }

    private static boolean isOurs(byte[] block) {
        int magic = SpecimenPortrait.MAGIC.length;
        return block.length == SpecimenPortrait.BLOCK
                && Arrays.equals(block, 0, magic, SpecimenPortrait.MAGIC, 0, magic)
                && block[5] == SpecimenPortrait.WIDTH
                && block[6] == SpecimenPortrait.HEIGHT
                && block[7] >= 1
                && block[7] <= 16;
    }

    /** Unrolls the runs; false if they do not fill the picture exactly or name a colour there is not. */
    private static boolean unrolled(byte[] block, byte[] squares) {
        int at = COLOURS_AT + 3 * block[7];
        int done = 0;
        while (done < squares.length && at < block.length) {
            int colour = (block[at] & 0xFF) >> 4;
            int length = block[at] & 0x0F;
            if (length == 0 || colour >= block[7] || done + length > squares.length) {
                return false;
            }
            Arrays.fill(squares, done, done + length, (byte) colour);
            done += length;
            at++;
        }
        return done == squares.length && restIsZero(block, at);
    }

    private static boolean restIsZero(byte[] block, int from) {
        for (int i = from; i < block.length; i++) {
            if (block[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static Portrait painted(byte[] block, byte[] squares, byte[] pixels) {
        int width = SpecimenPortrait.WIDTH * SCALE;
        int height = SpecimenPortrait.HEIGHT * SCALE;
        for (int i = 0; i < width * height; i++) {
            int square = i / width / SCALE * SpecimenPortrait.WIDTH + i % width / SCALE;
            System.arraycopy(block, COLOURS_AT + 3 * squares[square], pixels, 3 * i, 3);
        }
        return new Portrait(width, height, pixels);
    }
}
