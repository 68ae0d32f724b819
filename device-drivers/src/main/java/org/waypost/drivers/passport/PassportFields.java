package org.waypost.drivers.passport;

import java.util.Optional;

/**
 * The machine readable zone as the chip holds it (DG1): the same text that the data page shows, for the same parser.
 *
 * @param zone lines joined without separators: 90 (TD1), 72 (TD2) or 88 (TD3) characters of A-Z, 0-9 and filler
 */
public record PassportFields(String zone) {
    private static final int TD1 = 90;
    private static final int TD2 = 72;
    private static final int TD3 = 88;

    public PassportFields {
        if (!isZone(zone)) {
            throw new IllegalArgumentException("not a machine readable zone of Doc 9303");
        }
    }

    /** Empty for a text that is no zone. */
    static Optional<PassportFields> of(String text) {
        return isZone(text) ? Optional.of(new PassportFields(text)) : Optional.empty();
    }

    private static boolean isZone(String text) {
        boolean known = text.length() == TD1 || text.length() == TD2 || text.length() == TD3;
        return known && text.chars().allMatch(PassportFields::isOfTheZone);
    }

    private static boolean isOfTheZone(int character) {
        return (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9') || character == '<';
    }

    /** Two characters such as {@code P<} or {@code ID}. */
    public String documentCode() {
        return zone.substring(0, 2);
    }

    /** The issuing state or organisation of Doc 9303-3, section 5, without filler. */
    public String issuingState() {
        return bare(zone.substring(2, 5));
    }

    /** The document number without filler; a long number of TD1 or TD2 in full. */
    public String number() {
        String first = zone.substring(numberAt(), numberAt() + 9);
        boolean continued = zone.length() != TD3 && zone.charAt(numberAt() + 9) == '<';
        return bare(continued ? first + continuation() : first);
    }

    private String continuation() {
        String optional = zone.length() == TD1 ? zone.substring(15, 30) : zone.substring(64, 71);
        int end = optional.indexOf('<');
        String withDigit = end < 0 ? optional : optional.substring(0, end);
        return withDigit.isEmpty() ? "" : withDigit.substring(0, withDigit.length() - 1);
    }

    private int numberAt() {
        return zone.length() == TD1 ? 5 : zone.length() / 2;
    }

    /** Nationality of Doc 9303-3, without filler. For the visa rule only. */
    public String nationality() {
        return bare(zone.length() == TD1 ? zone.substring(45, 48) : zone.substring(numberAt() + 10, numberAt() + 13));
    }

    /** Date of birth, YYMMDD, unknown parts as fillers. */
    public String birth() {
        return zone.length() == TD1 ? zone.substring(30, 36) : zone.substring(numberAt() + 13, numberAt() + 19);
    }

    /** M, F or filler. */
    public char sex() {
        return zone.charAt(zone.length() == TD1 ? 37 : numberAt() + 20);
    }

    /** Date of expiry, YYMMDD. */
    public String expiry() {
        return zone.length() == TD1 ? zone.substring(38, 44) : zone.substring(numberAt() + 21, numberAt() + 27);
    }

    private static String bare(String text) {
        return text.replace("<", "");
    }

    @Override
    public String toString() {
        return "PassportFields[hidden]";
    }
}
