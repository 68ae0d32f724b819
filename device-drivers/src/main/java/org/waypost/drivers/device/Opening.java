package org.waypost.drivers.device;

import static java.util.Objects.requireNonNull;

/**
 * What came of the wish for a device by a driver.
 *
 * @param <D> the interface of the device's kind
 */
public sealed interface Opening<D extends Device> {

    /** The device; whether it is there, its first use tells. */
    record Opened<D extends Device>(D device) implements Opening<D> {
        public Opened {
            requireNonNull(device);
        }
    }

    /**
     * The settings cannot be followed; a technician mends them.
     *
     * @param subject the driver, scheme or key it is about
     */
    record Refused<D extends Device>(Reason reason, String subject) implements Opening<D> {
        public Refused {
            requireNonNull(reason);
            requireNonNull(subject);
        }
    }

    /** Why there is no device. */
    enum Reason {
        DRIVER_UNKNOWN,
        /** Two jars bring a driver of this name. */
        DRIVER_AMBIGUOUS,
        SCHEME_NOT_SPOKEN,
        KEY_UNKNOWN,
        VALUE_REFUSED,
        /** The driver gave a device of another interface, or threw: a defect of it. */
        DRIVER_DEFECT
    }
}
