package org.waypost.drivers.camera.rtsp;

import java.nio.ByteBuffer;
import java.util.Optional;
import javax.imageio.plugins.jpeg.JPEGQTable;

/**
 * Two quantisation tables of eight bits, in zigzag order.
 *
 * @param luminance 64 bytes
 * @param chrominance 64 bytes
 */
record QuantTables(ByteBuffer luminance, ByteBuffer chrominance) {
    private static final int SIZE = 64;

    /**
     * Reads the tables a camera sends with a picture (RFC 2435, section 3.1.8): two, or one for both.
     *
     * @return empty if they are such as are not known
     */
    static Optional<QuantTables> read(ByteBuffer in) {
        if (in.remaining() < 4) {
            return Optional.empty();
        }
        int kind = in.getShort() & 0xFF;
        int length = in.getShort() & 0xFFFF;
        if (kind != 0 || (length != SIZE && length != 2 * SIZE) || in.remaining() < length) {
            return Optional.empty();
        }
        byte[] read = new byte[length];
        in.get(read);
        return Optional.of(new QuantTables(
                ByteBuffer.wrap(read, 0, SIZE).slice(),
                ByteBuffer.wrap(read, length - SIZE, SIZE).slice()));
    }

    /**
     * The tables of ITU-T T.81, annex K, scaled (RFC 2435, appendix A).
     *
     * @param quality 1..99
     */
    static QuantTables scaled(int quality) {
        int percent = quality < 50 ? 5_000 / quality : 200 - 2 * quality;
        return new QuantTables(
                scaled(JPEGQTable.K1Luminance.getTable(), percent),
                scaled(JPEGQTable.K2Chrominance.getTable(), percent));
    }

    private static ByteBuffer scaled(int[] rows, int percent) {
        byte[] zigzag = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            zigzag[i] = (byte) Math.clamp((rows[row(i)] * percent + 50) / 100, 1, 255);
        }
        return ByteBuffer.wrap(zigzag);
    }

    /** Where the zigzag's step lies in rows of eight (T.81, figure A.6). */
    private static int row(int step) {
        int diagonal = 0;
        int before = 0;
        while (before + length(diagonal) <= step) {
            before += length(diagonal++);
        }
        int along = step - before + Math.max(0, diagonal - 7);
        int other = diagonal - along;
        return diagonal % 2 == 0 ? 8 * other + along : 8 * along + other;
    }

    private static int length(int diagonal) {
        return diagonal < 8 ? diagonal + 1 : 15 - diagonal;
    }
}
