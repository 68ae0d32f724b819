package org.waypost.drivers.passport;

/** The lines of a {@link ChipReport}, in the order in which an officer reads them. */
public enum Mechanism {
    /** The issuer's signature over the list of digests, Doc 9303-11, section 5.1. */
    SECURITY_OBJECT,
    /** The document signer's certificate was signed by a country signer of the trust store. */
    CHAIN,
    /** Document signer, country signer and the zone's issuing state name one country. */
    COUNTRY,
    /** Both certificates are valid now. */
    VALIDITY,
    /** The document signer is not revoked. */
    REVOCATION,
    /** DG1, the machine readable zone, is as signed. */
    DG1,
    /** DG2, the portrait, is as signed. */
    DG2,
    /** DG14, the chip's own security parameters, is as signed. */
    DG14,
    /** DG15, the key of active authentication, is as signed. */
    DG15,
    /** EF.CardAccess, read before the chip was opened, agrees with the signed DG14. */
    CARD_ACCESS,
    /** Chip authentication, Doc 9303-11, section 6.2: the chip is no copy. */
    CHIP_AUTHENTICATION,
    /** Active authentication, Doc 9303-11, section 6.1: the chip is no copy. */
    ACTIVE_AUTHENTICATION,
    /** The zone in the chip is the printed one. */
    ZONE
}
