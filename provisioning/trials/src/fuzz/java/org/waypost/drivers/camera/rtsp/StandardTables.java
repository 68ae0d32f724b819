package org.waypost.drivers.camera.rtsp;

/** The tables of RFC 2435, appendix A, in zigzag order as they stand there. */
final class StandardTables {
    private static final int[] LUMINANCE = {
        16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51,
        61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77,
        113, 121, 112, 100, 120, 92, 101, 103, 99
    };
    private static final int[] CHROMINANCE = {
        17, 18, 18, 24, 21, 24, 47, 26, 26, 47, 99, 66, 56, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99
    };

    private StandardTables() {}

    /** By {@code MakeTables} of that appendix; 128 bytes, luminance first. */
    static byte[] scaled(int quality) {
        int scale = quality < 50 ? 5_000 / quality : 200 - quality * 2;
        byte[] tables = new byte[128];
        for (int i = 0; i < 64; i++) {
            tables[i] = (byte) Math.max(1, Math.min(255, (LUMINANCE[i] * scale + 50) / 100));
            tables[64 + i] = (byte) Math.max(1, Math.min(255, (CHROMINANCE[i] * scale + 50) / 100));
        }
        return tables;
    }
}
