package org.waypost.drivers.camera;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;

/** Lets one verb run and turns the next one away while it does. */
final class OneConsumer {
    private final Semaphore place = new Semaphore(1);

    <T> Reading<T> use(Supplier<Reading<T>> verb) {
        if (!place.tryAcquire()) {
            return new Reading.Faulty<>(Fault.IN_USE);
        }
        try {
            return verb.get();
        } finally {
            place.release();
        }
    }
}
