package org.waypost.drivers.mrz;

/** What keeps a text from being a machine readable zone. Says nothing about the person; most flaws are a bad swipe. */
public enum Flaw {
    /** Not 3 lines of 30, 2 of 36 or 2 of 44. */
    SHAPE,
    /** A character other than A-Z, 0-9 and the filler. */
    CHARACTER,
    /** The document code does not belong to the format. */
    DOCUMENT_CODE,
    /** The issuing state is not made of letters. */
    ISSUER,
    /** The document number is empty, or a long number does not end as it must. */
    NUMBER,
    /** The check digit of the document number does not fit. */
    NUMBER_DIGIT,
    /** The nationality is not made of letters. */
    NATIONALITY,
    /** The birth date is no date of the calendar. */
    BIRTH,
    /** The check digit of the birth date does not fit. */
    BIRTH_DIGIT,
    /** Sex is none of F, M and the filler. */
    SEX,
    /** The date of expiry is no date of the calendar. */
    EXPIRY,
    /** The check digit of the date of expiry does not fit. */
    EXPIRY_DIGIT,
    /** The check digit of the optional data of a passport does not fit. */
    OPTIONAL_DIGIT,
    /** The composite check digit does not fit. */
    COMPOSITE_DIGIT,
    /** The name has no primary identifier, or characters other than letters. */
    NAME,
    /** More than one repair would fit: none is proposed. */
    SEVERAL_REPAIRS
}
