package org.waypost.drivers.passport;

/** How far the reading of a chip has come, for the screen: a whole reading may take ten seconds. */
public enum Stage {
    /** The chip is being opened. */
    ACCESS,
    /** The security object is read and the chip proves itself. */
    CHIP,
    /** The machine readable zone is read. */
    ZONE,
    /** The portrait is read: the longest stage. */
    PORTRAIT
}
