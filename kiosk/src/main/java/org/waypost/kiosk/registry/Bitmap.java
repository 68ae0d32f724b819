package org.waypost.kiosk.registry;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.waypost.drivers.device.Portrait;

/**
 * A portrait as a Windows bitmap of 24 bits a pixel (BITMAPINFOHEADER, little endian, rows from the bottom, each padded
 * to four bytes): what a browser shows without a picture library in this process.
 */
final class Bitmap {
    private static final int FILE_HEADER = 14;
    private static final int INFO_HEADER = 40;
    private static final int HEADERS = FILE_HEADER + INFO_HEADER;

    private Bitmap() {}

    /** The file, which the caller wipes; empty if the portrait was closed meanwhile. */
    static Optional<byte[]> unlessWiped(Portrait portrait) {
        try {
            return Optional.of(of(portrait));
        } catch (IllegalStateException closed) {
            return Optional.empty();
        }
    }

    private static byte[] of(Portrait portrait) {
        int row = (portrait.width() * 3 + 3) / 4 * 4;
        byte[] file = new byte[HEADERS + row * portrait.height()];
        header(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN), portrait);
        MemorySegment pixels = portrait.pixels();
        for (int y = 0; y < portrait.height(); y++) {
            int to = HEADERS + row * (portrait.height() - 1 - y);
            row(pixels, (long) y * portrait.width() * 3, file, to, portrait.width());
        }
        return file;
    }

    private static void header(ByteBuffer file, Portrait portrait) {
        file.put((byte) 'B').put((byte) 'M').putInt(file.capacity()).putInt(0).putInt(HEADERS);
        file.putInt(INFO_HEADER).putInt(portrait.width()).putInt(portrait.height());
        file.putShort((short) 1).putShort((short) 24);
    }

    private static void row(MemorySegment pixels, long from, byte[] file, int to, int width) {
        for (int i = 0; i < width * 3; i += 3) {
            file[to + i] = pixels.get(ValueLayout.JAVA_BYTE, from + i + 2);
            file[to + i + 1] = pixels.get(ValueLayout.JAVA_BYTE, from + i + 1);
            file[to + i + 2] = pixels.get(ValueLayout.JAVA_BYTE, from + i);
        }
    }
}
