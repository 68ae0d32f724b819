package org.waypost.drivers.passport;

/** How a chip was opened. */
public enum Access {
    /** PACE with the machine readable zone. */
    PACE_MRZ,
    /** PACE with the card access number. */
    PACE_CAN,
    /** BAC, since the chip offers no PACE. */
    BAC,
    /** BAC although the chip offers PACE, which failed: allowed by the operator, and worth a look. */
    BAC_AFTER_FAILED_PACE
}
