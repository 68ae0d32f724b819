package org.waypost.drivers.simulated;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;

/**
 * H.264 without compression, as any decoder must take it (ITU-T H.264, baseline profile): each picture stands by
 * itself, each block of 16 x 16 is given by its samples (I_PCM, clause 7.3.5). 384 bytes a block.
 *
 * @param width pixels, a multiple of 16
 * @param height pixels, a multiple of 16
 */
record PlainH264(int width, int height) {
    private static final int BLOCK = 16;
    private static final int AS_IT_IS = 25;

    /** Sequence parameter set (clause 7.3.2.1.1). */
    ByteBuffer sequenceParameters() {
        H264Bits bits = new H264Bits(0x67);
        bits.put(66, 8).put(0xC0, 8).put(40, 8).number(0);
        bits.number(0).number(2).number(1).put(0, 1);
        bits.number(width / BLOCK - 1).number(height / BLOCK - 1);
        return bits.put(1, 1).put(1, 1).put(0, 1).put(0, 1).unit();
    }

    /** Picture parameter set (clause 7.3.2.2): no deblocking, no arithmetic coding. */
    ByteBuffer pictureParameters() {
        H264Bits bits = new H264Bits(0x68);
        bits.number(0).number(0).put(0, 1).put(0, 1).number(0).number(0).number(0);
        bits.put(0, 1).put(0, 2).number(0).number(0).number(0);
        return bits.put(1, 1).put(0, 1).put(0, 1).unit();
    }

    /**
     * A picture that stands by itself (clauses 7.3.3 and 7.3.4).
     *
     * @param number from 0, of pictures one after the other
     */
    ByteBuffer picture(BufferedImage image, int number) {
        H264Bits bits = new H264Bits(0x65);
        bits.number(0).number(7).number(0).put(0, 4).number(number & 1);
        bits.put(0, 1).put(0, 1).number(0).number(1);
        for (int y = 0; y < height; y += BLOCK) {
            for (int x = 0; x < width; x += BLOCK) {
                block(bits.number(AS_IT_IS).align(), image, x, y);
            }
        }
        return bits.unit();
    }

    private static void block(H264Bits bits, BufferedImage image, int left, int top) {
        int[] colours = image.getRGB(left, top, BLOCK, BLOCK, new int[BLOCK * BLOCK], 0, BLOCK);
        for (int colour : colours) {
            bits.sample(16 + share(colour, 66, 129, 25));
        }
        for (int part = 0; part < 2; part++) {
            for (int at = 0; at < colours.length; at += at % BLOCK == BLOCK - 2 ? BLOCK + 2 : 2) {
                bits.sample(128 + (part == 0 ? share(colours[at], -38, -74, 112) : share(colours[at], 112, -94, -18)));
            }
        }
    }

    /** Rec. ITU-R BT.601, in parts of 256. */
    private static int share(int colour, int red, int green, int blue) {
        return (red * (colour >> 16 & 0xFF) + green * (colour >> 8 & 0xFF) + blue * (colour & 0xFF) + 128) >> 8;
    }
}
