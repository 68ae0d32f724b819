package org.waypost.drivers.fingerprint;

import static java.util.Objects.requireNonNull;

/** Whether a picture is worth comparing. Dry, worn and wet fingers are ordinary and say nothing about a person. */
public sealed interface PrintQuality {

    /** Worth comparing. */
    record Good() implements PrintQuality {}

    /** Not worth comparing; the reason is the key of the advice that is shown. */
    record TryAgain(Reason reason) implements PrintQuality {
        public TryAgain {
            requireNonNull(reason);
        }
    }

    /** What is wrong with the picture. */
    enum Reason {
        /** Next to nothing touched the sensor. */
        NO_FINGER,
        /** A dry finger, or one laid down too lightly. */
        TOO_LIGHT,
        /** A wet finger, or one pressed too hard. */
        TOO_DARK,
        /** A fingertip or an edge only. */
        TOO_SMALL,
        /** The ridges cannot be told apart: moved, or the sensor is dirty. */
        SMUDGED
    }
}
