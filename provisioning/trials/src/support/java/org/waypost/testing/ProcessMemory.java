package org.waypost.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All memory that this process may write, as Linux shows it (proc(5): maps, pagemap and mem of /proc/self): the heaps
 * of Java and of C and all stacks, in use or given back. What was never written (pagemap) is left out. Several needles
 * take one pass.
 */
public final class ProcessMemory {
    private static final int PIECE = 4 << 20;
    private static final int KEYS = 1 << 16;
    private static final int PAGE = 4_096;
    private static final long WRITTEN = 3L << 62;

    private final List<HeapNeedle> needles;
    private final int[] found;
    private final boolean[] begins = new boolean[KEYS];
    private final int longest;
    private final byte[] piece = new byte[PIECE];
    private final ByteBuffer window = ByteBuffer.allocateDirect(PIECE);

    private ProcessMemory(List<HeapNeedle> needles) {
        this.needles = needles;
        this.found = new int[needles.size()];
        this.longest = needles.stream().mapToInt(HeapNeedle::length).max().orElseThrow();
        needles.forEach(needle -> begins[needle.key()] = true);
    }

    /** Whether this system shows a process its own memory. */
    public static boolean isShown() {
        return Files.isReadable(Path.of("/proc/self/mem"));
    }

    /** How often each needle lies in memory now, in their order. */
    public static int[] count(List<HeapNeedle> needles) throws IOException {
        ProcessMemory memory = new ProcessMemory(List.copyOf(needles));
        try (FileChannel bytes = FileChannel.open(Path.of("/proc/self/mem"));
                FileChannel pages = FileChannel.open(Path.of("/proc/self/pagemap"))) {
            for (Region region : regions()) {
                for (Region used : region.used(pages)) {
                    memory.search(bytes, used);
                }
            }
        } finally {
            memory.wipe();
        }
        return memory.found;
    }

    private record Region(long from, long to) {
        /** The parts of it that are in memory or swapped out: bits 63 and 62 of a page's eight bytes. */
        List<Region> used(FileChannel pages) throws IOException {
            ByteBuffer map = ByteBuffer.allocate((int) ((to - from) / PAGE * Long.BYTES));
            pages.read(map.order(ByteOrder.LITTLE_ENDIAN), from / PAGE * Long.BYTES);
            map.flip();
            List<Region> used = new ArrayList<>();
            for (long at = from; map.remaining() >= Long.BYTES; at += PAGE) {
                if ((map.getLong() & WRITTEN) != 0) {
                    boolean next = !used.isEmpty() && used.getLast().to() == at;
                    used.add(new Region(next ? used.removeLast().from() : at, at + PAGE));
                }
            }
            return used;
        }
    }

    private static List<Region> regions() throws IOException {
        List<Region> writable = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
            String[] words = line.split("[- ]", 4);
            if (words[2].startsWith("rw")) {
                writable.add(new Region(Long.parseLong(words[0], 16), Long.parseLong(words[1], 16)));
            }
        }
        return writable;
    }

    private void search(FileChannel bytes, Region region) {
        int step = PIECE - longest;
        for (long at = region.from(); at < region.to(); at += step) {
            int read = read(bytes, at, (int) Math.min(PIECE, region.to() - at));
            if (search(Math.min(step, read), read)) {
                // or the next look would find the copies
                wipe();
            }
        }
    }

    /** Nothing if the region went meanwhile. */
    private int read(FileChannel bytes, long at, int length) {
        try {
            window.clear().limit(length);
            int read = Math.max(0, bytes.read(window, at));
            window.flip().get(piece, 0, read);
            return read;
        } catch (ClosedByInterruptException stopped) {
            throw new UncheckedIOException(stopped);
        } catch (IOException gone) {
            return 0;
        }
    }

    private boolean search(int end, int read) {
        boolean any = false;
        for (int at = 0; at < end && at + 1 < read; at++) {
            if (begins[(piece[at] & 0xFF) | ((piece[at + 1] & 0xFF) << 8)]) {
                any |= counted(at, read);
            }
        }
        return any;
    }

    private boolean counted(int at, int read) {
        boolean any = false;
        for (int i = 0; i < found.length; i++) {
            HeapNeedle needle = needles.get(i);
            if (at + needle.length() <= read && needle.isAt(piece, at)) {
                found[i]++;
                any = true;
            }
        }
        return any;
    }

    private void wipe() {
        Arrays.fill(piece, (byte) 0);
        window.clear().put(piece);
    }
}
