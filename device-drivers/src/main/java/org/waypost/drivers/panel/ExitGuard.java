package org.waypost.drivers.panel;

import static java.lang.System.Logger.Level.WARNING;

/** Runs something when the virtual machine ends, unless it was released before. Safe for use by several threads. */
final class ExitGuard {
    private static final System.Logger LOG = System.getLogger(ExitGuard.class.getName());

    private final Thread hook;
    private boolean kept;

    ExitGuard(Runnable last) {
        this.hook = new Thread(() -> run(last), "panel-exit");
    }

    /** From now on; a second call does nothing. */
    synchronized void keep() {
        if (!kept) {
            Runtime.getRuntime().addShutdownHook(hook);
            kept = true;
        }
    }

    void release() {
        if (Thread.currentThread() != hook) {
            forget();
        }
    }

    private synchronized void forget() {
        try {
            if (kept) {
                kept = !Runtime.getRuntime().removeShutdownHook(hook);
            }
        } catch (IllegalStateException endingAnyway) {
            LOG.log(System.Logger.Level.DEBUG, "the virtual machine ends");
        }
    }

    private static void run(Runnable last) {
        try {
            last.run();
        } catch (RuntimeException defect) {
            LOG.log(WARNING, "panel: not closed in order", defect);
        }
    }
}
