package org.waypost.trials;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** One file on a disk whose cache may be lost: what is on the platter, and what was written since. For one thread. */
final class DiskFile {
    /** A drive writes whole sectors or not at all. */
    private static final int SECTOR = 512;

    private final List<DiskOp> pending = new ArrayList<>();
    private byte[] platter = new byte[0];
    private int length;

    DiskFile() {}

    DiskFile(byte[] platter) {
        this.platter = platter.clone();
        this.length = platter.length;
    }

    void write(DiskOp.Write write) {
        pending.add(write);
    }

    void truncate(DiskOp.Truncate truncate) {
        pending.add(truncate);
    }

    void sync() {
        pending.forEach(this::apply);
        pending.clear();
    }

    /** The bytes there are when the power fails. */
    byte[] after(PowerCut cut, RandomGenerator random) {
        DiskFile left = new DiskFile(Arrays.copyOf(platter, length));
        for (DiskOp operation : pending) {
            switch (cut) {
                case NOTHING_PENDING_SURVIVES -> {}
                case ALL_PENDING_SURVIVES -> left.apply(operation);
                case SOME_PENDING_SURVIVES -> left.applySome(operation, random);
            }
        }
        return Arrays.copyOf(left.platter, left.length);
    }

    private void apply(DiskOp operation) {
        if (operation instanceof DiskOp.Write write) {
            put(write, 0, write.bytes().length);
        } else if (operation instanceof DiskOp.Truncate truncate) {
            cut((int) truncate.length());
        }
    }

    private void applySome(DiskOp operation, RandomGenerator random) {
        if (operation instanceof DiskOp.Write write) {
            sectors(write, random);
        } else if (random.nextBoolean()) {
            apply(operation);
        }
    }

    private void sectors(DiskOp.Write write, RandomGenerator random) {
        int from = 0;
        while (from < write.bytes().length) {
            int room = SECTOR - (int) ((write.offset() + from) % SECTOR);
            int to = Math.min(write.bytes().length, from + room);
            if (random.nextBoolean()) {
                put(write, from, to);
            }
            from = to;
        }
    }

    private void put(DiskOp.Write write, int from, int to) {
        int end = (int) write.offset() + to;
        if (end > length) {
            cut(end);
        }
        System.arraycopy(write.bytes(), from, platter, (int) write.offset() + from, to - from);
    }

    private void cut(int size) {
        if (size > platter.length) {
            platter = Arrays.copyOf(platter, Math.max(size, platter.length * 2));
        }
        if (size < length) {
            Arrays.fill(platter, size, length, (byte) 0);
        }
        length = size;
    }
}
