package org.waypost.drivers.fingerprint;

/** Hears how far a capture has come, so that a person can be told when to lay the finger down and when to lift it. */
@FunctionalInterface
public interface CaptureProgress {

    /** Nobody wants to know. */
    CaptureProgress UNHEARD = stage -> {};

    /** Called between two packets of the device: must return soon and not throw. */
    void reached(Stage stage);

    /** How far a capture has come; each in this order, {@link Transferring} often. */
    sealed interface Stage {

        /** The sensor looks for a finger. */
        record PlaceFinger() implements Stage {}

        /** The picture is taken and still in the device: the finger may be lifted. */
        record MayLift() implements Stage {}

        /**
         * The picture is on its way.
         *
         * @param received bytes so far, never more than {@code expected}
         * @param expected bytes of the last picture from this device; before the first, of the largest there is
         */
        record Transferring(int received, int expected) implements Stage {}
    }
}
