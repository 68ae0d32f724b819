package org.waypost.drivers.device;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A device under supervision: its health is kept, a use that exceeds its limit is abandoned, and after that, or after a
 * defect of the driver, the next use begins with a fresh driver. One caller at a time; {@link #health()} and
 * {@link #close()} from any thread.
 *
 * @param <D> the interface of the device's kind
 */
public final class Supervised<D extends Device> implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Supervised.class.getName());

    private final Supplier<D> drivers;
    private final HealthMonitor monitor;
    private final Watchdog watchdog;
    private volatile Optional<D> driver = Optional.empty();
    private volatile boolean closed;

    /**
     * A device that is opened by its first use.
     *
     * @param drivers makes a driver
     */
    public Supervised(Supplier<D> drivers, HealthMonitor monitor) {
        this.drivers = drivers;
        this.monitor = monitor;
        this.watchdog = new Watchdog("waypost-" + monitor.health().name());
    }

    /**
     * Uses the device once.
     *
     * @param limit the documented limit of the verb
     * @param verb calls the driver
     * @param unseen closes a value that came too late
     * @return what the driver answered; {@code Faulty(NO_ANSWER)} if it did not in time; {@code Faulty(DRIVER_DEFECT)}
     *     if it threw, which is logged with its cause; nobody if the device was closed just before
     */
    public <T> Reading<T> use(Duration limit, Function<D, Reading<T>> verb, Consumer<? super T> unseen) {
        if (closed) {
            throw new IllegalStateException("the device is closed");
        }
        Reading<T> reading = monitor.observe(() -> guarded(limit, verb, unseen));
        driver.ifPresent(open -> monitor.identified(open.identity()));
        return reading;
    }

    /** How the device is. */
    public Health health() {
        return monitor.health();
    }

    @Override
    public void close() {
        closed = true;
        driver.ifPresent(Device::close);
    }

    private <T> Reading<T> guarded(Duration limit, Function<D, Reading<T>> verb, Consumer<? super T> unseen) {
        try {
            D open = driver.orElseGet(drivers);
            driver = Optional.of(open);
            if (closed) {
                open.close();
                return new Reading.Nobody<>();
            }
            return watchdog.guard(limit, new Watchdog.Operation<>(() -> verb.apply(open), () -> giveUp(open), unseen));
        } catch (RuntimeException defect) {
            if (closed) {
                return new Reading.Nobody<>();
            }
            LOG.log(WARNING, monitor.health().name() + ": defect of the driver", defect);
            driver.ifPresent(this::giveUp);
            return new Reading.Faulty<>(Fault.DRIVER_DEFECT);
        }
    }

    private void giveUp(D open) {
        driver = Optional.empty();
        try {
            open.close();
        } catch (RuntimeException defect) {
            LOG.log(WARNING, monitor.health().name() + ": defect of the driver at its end", defect);
        }
    }
}
