package org.waypost.agent.evidence;

/** What is checked of a document, in the order in which an officer reads it. The name is the key of the texts shown. */
public enum Subject {
    /** The check character of the number on an ID card. */
    NUMBER_DIGIT,
    /** The number on an ID card against the birth date printed beside it. */
    BIRTH_IN_NUMBER,
    /** The number on an ID card against the sex printed beside it. */
    SEX_IN_NUMBER,
    /** The number on an ID card against the kind of card. */
    KIND_IN_NUMBER,
    /** The card came over a clean line, or a second reading was the same. */
    SOUND_READING,
    /** The check digit of the document number, Doc 9303-3 section 4.9. */
    ZONE_NUMBER_DIGIT,
    /** The check digit of the birth date. */
    ZONE_BIRTH_DIGIT,
    /** The check digit of the date of expiry. */
    ZONE_EXPIRY_DIGIT,
    /** The check digit of a passport's optional data. */
    ZONE_OPTIONAL_DIGIT,
    /** The check digit over the others. */
    ZONE_COMPOSITE_DIGIT,
    /** Each field of the zone holds what it may hold. */
    ZONE_CONTENT,
    /** The first day of validity against the clock. */
    VALID_FROM,
    /** The last day of validity against the clock. */
    VALID_UNTIL,
    /** The chip was opened in the best way that it offers. */
    CHIP_ACCESS,
    /** The issuer's signature over the digests of the chip's files. */
    SECURITY_OBJECT,
    /** The signer is one of a country that the terminal knows. */
    SIGNER_CHAIN,
    /** Signer, its authority and the zone name one country. */
    SIGNER_COUNTRY,
    /** The signer's certificates against the clock. */
    SIGNER_VALIDITY,
    /** The signer against its country's revocation list. */
    SIGNER_REVOCATION,
    /** DG1, the zone in the chip. */
    CHIP_ZONE,
    /** DG2, the portrait in the chip. */
    CHIP_PORTRAIT,
    /** DG14, the chip's security parameters. */
    CHIP_PARAMETERS,
    /** DG15, the key of active authentication. */
    CHIP_KEY,
    /** EF.CardAccess against DG14. */
    CARD_ACCESS,
    /** Chip authentication: the chip is no copy. */
    CHIP_AUTHENTICATION,
    /** Active authentication: the chip is no copy. */
    ACTIVE_AUTHENTICATION,
    /** Number, issuer, birth date, sex and expiry of the printed zone against those in the chip. */
    ZONE_FIELDS_IN_CHIP,
    /** The printed zone against the one in the chip, character by character. */
    ZONE_TEXT_IN_CHIP
}
