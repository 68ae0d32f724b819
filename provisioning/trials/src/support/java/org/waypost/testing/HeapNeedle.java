package org.waypost.testing;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes that are looked for among what this process has in memory. They are kept masked here, so that the search does
 * not find itself.
 */
public final class HeapNeedle {
    /** What the bytes are kept under, by exclusive or. */
    public static final byte MASK = 0x55;

    private final byte[] masked;

    /** The caller wipes or keeps its own bytes, as the search is to find. */
    public HeapNeedle(byte[] bytes) {
        this.masked = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            masked[i] = (byte) (bytes[i] ^ MASK);
        }
    }

    private HeapNeedle(byte[] masked, int length) {
        this.masked = new byte[length];
        System.arraycopy(masked, 0, this.masked, 0, length);
    }

    /** Of bytes that never lay here but under the mask, at least two. */
    public static HeapNeedle ofMasked(byte[] masked) {
        return new HeapNeedle(masked, masked.length);
    }

    /** Everything the heap reaches now, as a dump has it. */
    public static byte[] heap(Path directory) throws IOException {
        return dumped(directory.resolve("heap.hprof"), true);
    }

    /** As {@link #heap}, with what is not reached and not collected yet. */
    public static byte[] heapWithGarbage(Path directory) throws IOException {
        return dumped(directory.resolve("heap-with-garbage.hprof"), false);
    }

    private static byte[] dumped(Path dump, boolean live) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), live);
        return Files.readAllBytes(dump);
    }

    /** Whether the bytes lie somewhere in a heap. */
    public boolean isIn(byte[] heap) {
        byte first = (byte) (masked[0] ^ MASK);
        for (int at = 0; at + masked.length <= heap.length; at++) {
            if (heap[at] == first && isAt(heap, at)) {
                return true;
            }
        }
        return false;
    }

    int length() {
        return masked.length;
    }

    /** The first two bytes, 0..65535. */
    int key() {
        return ((masked[0] ^ MASK) & 0xFF) | (((masked[1] ^ MASK) & 0xFF) << 8);
    }

    boolean isAt(byte[] memory, int at) {
        int same = 0;
        while (same < masked.length && memory[at + same] == (byte) (masked[same] ^ MASK)) {
            same++;
        }
        return same == masked.length;
    }

    /** Writes the bytes without their mask, for a control. */
    public void writeTo(MemorySegment memory) {
        for (int i = 0; i < masked.length; i++) {
            memory.set(ValueLayout.JAVA_BYTE, i, (byte) (masked[i] ^ MASK));
        }
    }
}
