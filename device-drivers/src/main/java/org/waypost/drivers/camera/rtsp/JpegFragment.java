package org.waypost.drivers.camera.rtsp;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What stands before a piece of a picture (RFC 2435, section 3.1).
 *
 * @param offset of the piece in the picture's scan, bytes
 * @param sampling 0: colours at half the width, 1: at half of both sides
 * @param quality 1..99: the standard's tables, scaled; 128..255: tables of the camera's own
 * @param width 8..2040 pixels
 * @param height 8..2040 pixels
 * @param restart blocks between two restart markers; 0: there are none
 * @param tables of the camera's own, 64 bytes each in zigzag order, luminance first; empty where none were sent
 */
record JpegFragment(
        int offset, int sampling, int quality, int width, int height, int restart, Optional<QuantTables> tables) {
    private static final int HEADER = 8;
    private static final int WITH_RESTART = 64;
    private static final int OWN_TABLES = 128;

    /**
     * Reads it and leaves the piece itself.
     *
     * @return empty if it is none, or of a kind that is not known
     */
    static Optional<JpegFragment> read(ByteBuffer in) {
        if (in.remaining() < HEADER) {
            return Optional.empty();
        }
        int offset = in.getInt() & 0xFF_FFFF;
        int type = in.get() & 0xFF;
        int quality = in.get() & 0xFF;
        int width = 8 * (in.get() & 0xFF);
        int height = 8 * (in.get() & 0xFF);
        boolean hasRestart = type >= WITH_RESTART;
        boolean known = (type & ~WITH_RESTART) <= 1 && width > 0 && height > 0 && isKnown(quality);
        if (!known || in.remaining() < (hasRestart ? 4 : 0)) {
            return Optional.empty();
        }
        int restart = hasRestart ? in.getInt() >>> 16 : 0;
        JpegFragment bare = new JpegFragment(offset, type & 1, quality, width, height, restart, Optional.empty());
        return quality >= OWN_TABLES && offset == 0 ? bare.with(in) : Optional.of(bare);
    }

    /** With the tables that follow, if any do; empty if they are of a kind that is not known. */
    private Optional<JpegFragment> with(ByteBuffer in) {
        if (in.remaining() < 4) {
            return Optional.empty();
        }
        if (in.getShort(in.position() + 2) == 0) {
            in.position(in.position() + 4);
            return Optional.of(this);
        }
        return QuantTables.read(in)
                .map(own -> new JpegFragment(offset, sampling, quality, width, height, restart, Optional.of(own)));
    }

    private static boolean isKnown(int quality) {
        return (quality >= 1 && quality <= 99) || quality >= OWN_TABLES;
    }
}
