package org.waypost.trials;

import java.util.ArrayDeque;
import java.util.Deque;

/** Ends programs and clears files whichever comes first: the end of the block, or Ctrl-C. */
final class Ending implements AutoCloseable {
    private final Deque<Program> programs = new ArrayDeque<>();
    private final Scratch scratch;

    Ending(Scratch scratch) {
        this.scratch = scratch;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "waypost-ending"));
    }

    synchronized Program watch(Program program) {
        programs.push(program);
        return program;
    }

    /** The last started first; a second call finds nothing to do. */
    @Override
    public synchronized void close() {
        while (!programs.isEmpty()) {
            programs.pop().close();
        }
        scratch.close();
    }
}
