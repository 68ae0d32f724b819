package org.waypost.drivers.simulated;

/** A way in which a simulated chip misbehaves, each seen on a real chip, a clone or a torn link. */
public enum ChipQuirk {
    /** Fails PACE at its last step although the password is right; BAC would work. */
    PACE_FAILS,
    /** Refuses BAC, as newer passports do. */
    BAC_REFUSED,
    /** A copy of the files: the key of chip authentication is another. */
    WRONG_CHIP_KEY,
    /** A copy of the files that refuses chip authentication. */
    CHIP_AUTHENTICATION_REFUSED,
    /** A copy of the files: the key of active authentication is another. */
    WRONG_ACTIVE_KEY,
    /** Signs the active challenge as a DER sequence in place of plain r and s. */
    DER_ACTIVE_SIGNATURE,
    /** Answers READ BINARY inside the secure channel with 9000 and no data. */
    EMPTY_READS,
    /** Refuses commands and answers of extended length with 6700. */
    SHORT_LENGTH_ONLY
}
