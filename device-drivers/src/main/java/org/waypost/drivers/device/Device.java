package org.waypost.drivers.device;

/**
 * A device in use by one caller at a time. Its verb is in the interface of its kind and answers with a {@link Reading};
 * nothing here throws for what a device may do. {@link #close()} may come from another thread and ends a verb that
 * waits.
 */
public interface Device extends AutoCloseable {

    /** Whether this is the very device that was provisioned, as far as the driver can tell; from any thread. */
    default Identity identity() {
        return Identity.NOT_COMPARED;
    }

    /** Gives the device back; a second call does nothing, a later use is a defect of the caller. */
    @Override
    void close();

    /** What is known about which device stands there. */
    enum Identity {
        /** Nothing was provisioned to compare with, or the device was not reached yet. */
        NOT_COMPARED,
        /** It names itself as provisioned. What it says of itself can be imitated: no proof of origin. */
        CONFIRMED,
        /** It names itself otherwise: another device stands there. */
        DIFFERS
    }
}
