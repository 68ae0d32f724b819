package org.waypost.kiosk.registry;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Lets one thread at a time send to a window: a newer one interrupts the older. Safe for use by several threads. */
final class OneViewer {
    private static final System.Logger LOG = System.getLogger(OneViewer.class.getName());

    private Optional<Watching> current = Optional.empty();
    private Optional<Watching> overdue = Optional.empty();

    private record Watching(Thread thread, BooleanSupplier open) {}

    /**
     * Works until it is done or interrupted.
     *
     * @param open whether it may go on
     */
    void alone(BooleanSupplier open, Runnable work) {
        Watching mine = new Watching(Thread.currentThread(), open);
        enter(mine);
        try {
            work.run();
        } finally {
            leave(mine);
        }
    }

    /**
     * Interrupts work that at the look before might not go on either: it does not see it, since its window takes
     * nothing. An interrupt closes the line, so work that sees it by itself gets its time to end well.
     */
    synchronized void look() {
        Optional<Watching> before = overdue;
        overdue = current.filter(watching -> !watching.open().getAsBoolean());
        overdue.filter(watching -> before.filter(watching::equals).isPresent())
                .ifPresent(watching -> watching.thread().interrupt());
    }

    private synchronized void enter(Watching next) {
        current.ifPresent(older -> older.thread().interrupt());
        current = Optional.of(next);
    }

    /** Nobody interrupts a thread that has left: it serves the next request. */
    private synchronized void leave(Watching mine) {
        current = current.filter(watching -> !watching.equals(mine));
        if (Thread.interrupted()) {
            LOG.log(System.Logger.Level.DEBUG, "a window with the preview was ended");
        }
    }
}
