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
    SHORT_LENGTH_ONLY,
    /** Warns with 6282 where a read asks beyond the end of a file. */
    WARNS_AT_THE_END,
    /** Refuses to read beyond the end of a file and tells the right length, 6Cxx. */
    TELLS_THE_LENGTH,
    /** Refuses to read beyond the end of a file with 6700. */
    REFUSES_PAST_THE_END
}
