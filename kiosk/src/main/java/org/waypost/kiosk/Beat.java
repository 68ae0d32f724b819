package org.waypost.kiosk;

import static java.lang.System.Logger.Level.ERROR;

import java.time.Duration;
import java.util.Optional;

/** Does one thing every second, on one virtual thread. Started once, closed once. */
final class Beat implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Beat.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final String trouble;
    private final Runnable work;
    private final Thread thread = Thread.ofVirtual().name("waypost-beat").unstarted(this::run);

    /** @param trouble what an operator reads when the work fails */
    Beat(String trouble, Runnable work) {
        this.trouble = trouble;
        this.work = work;
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Optional<RuntimeException> defect = once();
                Thread.sleep(EVERY);
                // not before: what fails because the terminal ends is nobody's to mend
                defect.ifPresent(this::tell);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** The top of the thread. */
    private Optional<RuntimeException> once() {
        try {
            work.run();
            return Optional.empty();
        } catch (RuntimeException defect) {
            return Optional.of(defect);
        }
    }

    private void tell(RuntimeException defect) {
        LOG.log(ERROR, trouble + "; it is tried again", defect);
    }
}
