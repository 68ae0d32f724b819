package org.waypost.kiosk.devices;

import java.util.Map;
import java.util.Optional;
import org.waypost.drivers.serial.LinkLost;

/** A simulated device behind a wire, under the hands of a technician. Used by two threads: one serves, one presents. */
interface WireSimulator extends AutoCloseable {

    /** What may go wrong, each by its word; one call spoils the next answer, swipe or document that is not spoilt. */
    Map<String, Runnable> faults();

    /** What lies on it when something is presented, such as {@code a drawn finger}. */
    String specimen();

    /** Lays the specimen down, swipes or shows it. */
    void present();

    /** Takes it away again. */
    void remove();

    /** Whether what was presented is gone with the moment, so that it is presented again and again. */
    boolean isFleeting();

    /**
     * Answers until the wire is lost or {@link #close()} is called.
     *
     * @throws LinkLost if the wire cannot be opened
     */
    void serve() throws LinkLost;

    @Override
    void close();

    /** Spoils so many answers. */
    default void arm(String fault, int times) {
        Runnable known = Optional.ofNullable(faults().get(fault))
                .orElseThrow(() -> new Misuse("no fault '" + fault + "': choose of "
                        + String.join(", ", faults().keySet().stream().sorted().toList())));
        for (int i = 0; i < times; i++) {
            known.run();
        }
    }
}
