package org.waypost.testing;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes that are looked for among what the heap of this process still reaches. They are kept masked here, so that the
 * search does not find itself.
 */
public final class HeapNeedle {
    private static final int MASK = 0x55;

    private final byte[] masked;

    /** The caller wipes or keeps its own bytes, as the search is to find. */
    public HeapNeedle(byte[] bytes) {
        this.masked = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            masked[i] = (byte) (bytes[i] ^ MASK);
        }
    }

    /** Everything the heap reaches now, as a dump has it. */
    public static byte[] heap(Path directory) throws IOException {
        Path dump = directory.resolve("heap.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
        return Files.readAllBytes(dump);
    }

    /** Whether the bytes lie somewhere in a heap. */
    public boolean isIn(byte[] heap) {
        for (int at = 0; at + masked.length <= heap.length; at++) {
            int same = 0;
            while (same < masked.length && heap[at + same] == (byte) (masked[same] ^ MASK)) {
                same++;
            }
            if (same == masked.length) {
                return true;
            }
        }
        return false;
    }
}
