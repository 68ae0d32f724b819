package org.waypost.drivers.simulated;

import java.nio.ByteBuffer;

/**
 * What RTP sends of a JPEG file of the usual tables and sampling, as the simulated scene's files are.
 *
 * @param before bytes that stand before the file; all, if there is none whose scan begins
 * @param width pixels
 * @param height pixels
 * @param tables two quantisation tables
 * @param scan without the mark of the file's end
 */
record JpegParts(int before, int width, int height, ByteBuffer tables, ByteBuffer scan) {

    /** Walks the segments of ITU-T T.81, annex B. */
    static JpegParts of(byte[] bytes) {
        ByteBuffer tables = ByteBuffer.allocate(128);
        int width = 0;
        int height = 0;
        int start = start(bytes);
        for (int at = start + 2; at + 9 < bytes.length; at += 2 + word(bytes, at + 2)) {
            switch (bytes[at + 1] & 0xFF) {
                case 0xDB -> tables(bytes, at, tables);
                case 0xC0 -> {
                    height = word(bytes, at + 5);
                    width = word(bytes, at + 7);
                }
                case 0xDA -> {
                    int begin = Math.min(bytes.length, at + 2 + word(bytes, at + 2));
                    return new JpegParts(start, width, height, tables.flip(), scan(bytes, begin));
                }
                default -> {}
            }
        }
        return new JpegParts(bytes.length, 0, 0, tables, ByteBuffer.allocate(0));
    }

    private static int start(byte[] bytes) {
        for (int at = 0; at + 2 < bytes.length; at++) {
            if (word(bytes, at) == 0xFFD8 && bytes[at + 2] == (byte) 0xFF) {
                return at;
            }
        }
        return bytes.length;
    }

    private static void tables(byte[] bytes, int at, ByteBuffer tables) {
        for (int table = at + 5; table + 64 <= Math.min(bytes.length, at + 2 + word(bytes, at + 2)); table += 65) {
            tables.put(bytes, table, 64);
        }
    }

    private static ByteBuffer scan(byte[] bytes, int begin) {
        boolean ended = word(bytes, bytes.length - 2) == 0xFFD9;
        return ByteBuffer.wrap(bytes, begin, Math.max(0, bytes.length - begin - (ended ? 2 : 0)));
    }

    private static int word(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }
}
