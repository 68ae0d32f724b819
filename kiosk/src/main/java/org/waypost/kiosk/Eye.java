package org.waypost.kiosk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.waypost.agent.settings.Settings;
import org.waypost.drivers.camera.Camera;
import org.waypost.drivers.camera.Frame;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;

/**
 * The terminal's camera, which runs only while a person is verified: it is opened for the first picture and closed some
 * seconds after the last. One at a time looks through it: a picture for a verification goes before the next frame of a
 * preview. Closing, by another thread, ends a picture under way.
 */
final class Eye implements Supplier<Reading<Portrait>>, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    /** So long a picture for a verification waits for a frame that is under way. */
    private static final Duration FRAME = Duration.ofSeconds(1);

    private static final long REST_NANOS = Duration.ofSeconds(5).toNanos();

    private final ReentrantLock looking = new ReentrantLock();
    private final Supplier<Camera> drivers;
    private final HealthMonitor monitor;
    private volatile Optional<Camera> camera = Optional.empty();
    private volatile long used;
    private volatile boolean verifying;

    /**
     * An eye that is shut.
     *
     * @param drivers makes a driver; it opens the device when it first looks
     * @param monitor keeps the camera's health, from one driver to the next
     */
    Eye(Supplier<Camera> drivers, HealthMonitor monitor) {
        this.drivers = drivers;
        this.monitor = monitor;
    }

    /**
     * The camera that the settings name.
     *
     * @throws StartFailure if no driver takes it
     */
    static Eye of(Settings.Named settings, HealthMonitor monitor, InstantSource clock) {
        Drivers installed = Drivers.installed(clock);
        var wish = new DriverCatalog.Wish(DeviceKind.CAMERA, settings.driver(), settings.address(), settings.given());
        Supplier<Camera> drivers = () -> installed.open("camera", wish, Camera.class);
        // tried once, so that a wrong name is told at the start and not before a person
        drivers.get().close();
        return new Eye(drivers, monitor);
    }

    /** One picture of whoever stands there. */
    @Override
    public Reading<Portrait> get() {
        verifying = true;
        looking.lock();
        try {
            return open().photograph(PATIENCE);
        } finally {
            verifying = false;
            rest();
        }
    }

    /** The next frame for the page, which the caller owns; nobody while a picture for a verification is taken. */
    Reading<Frame> frame() {
        if (verifying || !looking.tryLock()) {
            return new Reading.Nobody<>();
        }
        try {
            return open().preview(FRAME);
        } finally {
            rest();
        }
    }

    private Camera open() {
        Camera open = camera.orElseGet(() -> Camera.supervised(drivers, monitor));
        camera = Optional.of(open);
        return open;
    }

    private void rest() {
        used = System.nanoTime();
        looking.unlock();
    }

    /** To be called about every second. */
    void tick() {
        if (!looking.isLocked() && System.nanoTime() - used > REST_NANOS) {
            close();
        }
    }

    @Override
    public void close() {
        camera.ifPresent(Camera::close);
        camera = Optional.empty();
    }
}
