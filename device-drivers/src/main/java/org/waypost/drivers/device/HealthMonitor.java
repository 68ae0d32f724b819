package org.waypost.drivers.device;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps the {@link Health} of one device by watching what comes of its use, so that drivers need not. A fault that the
 * clerk mends (a card moved) is the document's, not the device's. One thread observes at a time; {@link #health()} may
 * be asked by any.
 */
public final class HealthMonitor {
    private final InstantSource clock;
    private volatile Health health;

    /**
     * A monitor of a device that was not used yet.
     *
     * @param name 1..40 characters
     */
    public HealthMonitor(DeviceKind kind, String name, InstantSource clock) {
        this.clock = clock;
        this.health = new Health(
                kind, name, Health.State.UNTRIED, clock.instant(), Optional.empty(), Device.Identity.NOT_COMPARED);
    }

    /** How the device is now. */
    public Health health() {
        return health;
    }

    /**
     * Uses the device once.
     *
     * @param verb the use
     * @return what came of it
     * @throws RuntimeException what the verb threw; the device then is {@code FAULTY} by {@link Fault#DRIVER_DEFECT}
     */
    public <T> Reading<T> observe(Supplier<Reading<T>> verb) {
        Health before = health;
        if (!before.state().isFailure()) {
            enter(before, Health.State.BUSY, Optional.empty());
        }
        Optional<Reading<T>> reading = Optional.empty();
        try {
            reading = Optional.of(verb.get());
            return reading.get();
        } finally {
            Optional<Fault> fault = reading.map(HealthMonitor::faultOfDevice).orElse(Optional.of(Fault.DRIVER_DEFECT));
            enter(before, fault.map(HealthMonitor::state).orElse(Health.State.READY), fault);
        }
    }

    /** Notes whether it is the provisioned device. */
    public void identified(Device.Identity identity) {
        Health now = health;
        health = new Health(now.kind(), now.name(), now.state(), now.since(), now.fault(), identity);
    }

    /** A state that was only interrupted by a use has lasted all the time. */
    private void enter(Health before, Health.State state, Optional<Fault> fault) {
        var since = state == before.state() ? before.since() : clock.instant();
        health = new Health(before.kind(), before.name(), state, since, fault, health.identity());
    }

    private static <T> Optional<Fault> faultOfDevice(Reading<T> reading) {
        return switch (reading) {
            case Reading.Taken<T> taken -> Optional.empty();
            case Reading.Nobody<T> nobody -> Optional.empty();
            case Reading.Faulty<T> faulty ->
                Optional.of(faulty.fault()).filter(fault -> fault.actor() != Fault.Actor.CLERK);
        };
    }

    private static Health.State state(Fault fault) {
        return fault == Fault.DEVICE_ABSENT ? Health.State.ABSENT : Health.State.FAULTY;
    }
}
