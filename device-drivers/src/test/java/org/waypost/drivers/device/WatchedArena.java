package org.waypost.drivers.device;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Memory that is looked at in the moment it is given back. */
public final class WatchedArena implements Arena {
    private final Arena real = Arena.ofShared();
    private MemorySegment memory = MemorySegment.NULL;
    private boolean zero;

    /** What was allocated last. */
    public MemorySegment memory() {
        return memory;
    }

    /** Whether it was given back, and held nothing but zeros then. */
    public boolean wasZeroAtTheEnd() {
        return zero && !real.scope().isAlive();
    }

    @Override
    public MemorySegment allocate(long size, long alignment) {
        memory = real.allocate(size, alignment);
        return memory;
    }

    @Override
    public MemorySegment.Scope scope() {
        return real.scope();
    }

    @Override
    public void close() {
        zero = memory.mismatch(MemorySegment.ofArray(new byte[(int) memory.byteSize()])) == -1;
        real.close();
    }
}
