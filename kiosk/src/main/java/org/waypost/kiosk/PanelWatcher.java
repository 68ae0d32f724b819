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

    private final PanelWatch panel;
    private final PanelHealth health;
    private final Consumer<PanelEvent> acting;
    private final DeviceLoop loop = new DeviceLoop("waypost-panel-watch", this::once);
    private Optional<RuntimeException> defect = Optional.empty();

    PanelWatcher(PanelWatch panel, PanelHealth health, Consumer<PanelEvent> acting) {
        this.panel = panel;
        this.health = health;
        this.acting = acting;
    }

    void start() {
        loop.start();
    }

    @Override
    public void close() {
        loop.close();
    }

    /**
     * The top of the thread. A defect is told a rest later: what fails because the terminal ends is nobody's to mend.
     */
    private Duration once() {
        defect.ifPresent(this::tell);
        defect = tried();
        return defect.isPresent() ? AFTER_DEFECT : Duration.ZERO;
    }

    private void tell(RuntimeException failed) {
        health.observed(new Reading.Faulty<>(Fault.DRIVER_DEFECT));
        LOG.log(ERROR, "the panel could not be watched; it is tried again", failed);
    }

    private Optional<RuntimeException> tried() {
        try {
            Reading<PanelEvent> reading = panel.next(PATIENCE);
            health.observed(reading);
            switch (reading) {
                case Reading.Taken<PanelEvent> taken -> acting.accept(taken.value());
                case Reading.Nobody<PanelEvent> nobody -> {}
                case Reading.Faulty<PanelEvent> faulty -> {}
            }
            return Optional.empty();
        } catch (RuntimeException failed) {
            return Optional.of(failed);
        }
    }
}
