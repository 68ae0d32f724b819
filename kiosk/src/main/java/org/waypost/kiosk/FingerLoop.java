package org.waypost.kiosk;

import static java.lang.System.Logger.Level.ERROR;

import java.time.Duration;
import java.util.function.Supplier;
import org.waypost.agent.encounter.FingerSitting;
import org.waypost.agent.encounter.MarriageCounter;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fingerprint.CaptureProgress.Stage;
import org.waypost.drivers.fingerprint.Fingerprint;
import org.waypost.drivers.fingerprint.FingerprintReader;

/**
 * Takes the picture of a finger when a case waits for one and at no other time, on one virtual thread; the module is
 * let go after each. A party has 20 seconds. Started once, closed once.
 */
final class FingerLoop implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FingerLoop.class.getName());
    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();
    /** After so long the case is looked at again: it may wait no longer. */
    private static final Duration SLICE = Duration.ofSeconds(2);

    private static final Duration REST = Duration.ofMillis(50);
    private static final Duration AFTER_DEFECT = Duration.ofSeconds(1);

    private final MarriageCounter counter;
    private final Supplier<FingerprintReader> drivers;
    private final HealthMonitor monitor;
    private final DeviceLoop loop = new DeviceLoop("waypost-fingerprint", this::once);

    /**
     * A loop at rest.
     *
     * @param counter waits for fingers
     * @param drivers makes a driver; it opens the module when it first looks
     * @param monitor keeps the module's health, from one driver to the next
     */
    FingerLoop(MarriageCounter counter, Supplier<FingerprintReader> drivers, HealthMonitor monitor) {
        this.counter = counter;
        this.drivers = drivers;
        this.monitor = monitor;
    }

    void start() {
        loop.start();
    }

    @Override
    public void close() {
        loop.close();
    }

    /** The top of the thread. */
    private Duration once() {
        try {
            counter.awaitsFinger().ifPresent(this::takeFor);
            return REST;
        } catch (RuntimeException defect) {
            LOG.log(ERROR, "a finger could not be taken in; the case goes on without it", defect);
            return AFTER_DEFECT;
        }
    }

    private void takeFor(FingerSitting sitting) {
        try (FingerprintReader reader = FingerprintReader.supervised(drivers, monitor)) {
            Reading<Fingerprint> reading = taken(reader, sitting);
            boolean closed = Thread.currentThread().isInterrupted() && reading instanceof Reading.Nobody;
            if (!closed) {
                counter.present(sitting, reading);
            }
        }
    }

    private Reading<Fingerprint> taken(FingerprintReader reader, FingerSitting sitting) {
        long begun = System.nanoTime();
        while (true) {
            Reading<Fingerprint> reading = reader.capture(SLICE, stage -> heard(stage, sitting));
            boolean late = System.nanoTime() - begun >= PATIENCE_NANOS || !isAwaited(sitting);
            if (!(reading instanceof Reading.Nobody)
                    || late
                    || Thread.currentThread().isInterrupted()) {
                return reading;
            }
        }
    }

    private boolean isAwaited(FingerSitting sitting) {
        return counter.awaitsFinger().filter(sitting::equals).isPresent();
    }

    private void heard(Stage stage, FingerSitting sitting) {
        switch (stage) {
            case Stage.MayLift lift -> counter.lifted(sitting);
            case Stage.PlaceFinger place -> {}
            case Stage.Transferring transferring -> {}
        }
    }
}
