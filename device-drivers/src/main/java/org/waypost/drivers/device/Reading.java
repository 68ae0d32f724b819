package org.waypost.drivers.device;

import static java.util.Objects.requireNonNull;

/**
 * The outcome of asking a device once. Absence and failure are values: a pulled cable is a normal day at a counter.
 *
 * @param <T> what the device delivers
 */
public sealed interface Reading<T> {

    /** The device delivered {@code value}; who receives it owns it and closes it if it can be closed. */
    record Taken<T>(T value) implements Reading<T> {
        public Taken {
            requireNonNull(value);
        }
    }

    /** Nobody presented anything in the time given, or what lies there was already read and has not been lifted. */
    record Nobody<T>() implements Reading<T> {}

    /** The device or the document failed; {@link Fault#actor()} says who can mend it. Says nothing about the person. */
    record Faulty<T>(Fault fault) implements Reading<T> {
        public Faulty {
            requireNonNull(fault);
        }
    }
}
