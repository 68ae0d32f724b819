package org.waypost.kiosk;

import static java.lang.System.Logger.Level.ERROR;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.panel.PanelEvent;
import org.waypost.drivers.panel.PanelWatch;

/**
 * Waits for what the panel senses, on one virtual thread, and hands it on. Has no way to a lamp, a sound or a page.
 * Started once, closed once.
 */
final class PanelWatcher implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PanelWatcher.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration AFTER_DEFECT = Duration.ofSeconds(1);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

    private final PanelWatch panel;
    private final PanelHealth health;
    private final Consumer<PanelEvent> acting;
    private final Thread thread = Thread.ofVirtual().name("waypost-panel-watch").unstarted(this::run);

    PanelWatcher(PanelWatch panel, PanelHealth health, Consumer<PanelEvent> acting) {
        this.panel = panel;
        this.health = health;
        this.acting = acting;
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(CLOSE_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Optional<RuntimeException> defect = once();
                if (defect.isPresent()) {
                    // told after the rest: what fails because the terminal ends is nobody's to mend
                    Thread.sleep(AFTER_DEFECT);
                    health.observed(new Reading.Faulty<>(Fault.DRIVER_DEFECT));
                    LOG.log(ERROR, "the panel could not be watched; it is tried again", defect.get());
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** The top of the thread. */
    private Optional<RuntimeException> once() {
        try {
            Reading<PanelEvent> reading = panel.next(PATIENCE);
            health.observed(reading);
            switch (reading) {
                case Reading.Taken<PanelEvent> taken -> acting.accept(taken.value());
                case Reading.Nobody<PanelEvent> nobody -> {}
                case Reading.Faulty<PanelEvent> faulty -> {}
            }
            return Optional.empty();
        } catch (RuntimeException defect) {
            return Optional.of(defect);
        }
    }
}
