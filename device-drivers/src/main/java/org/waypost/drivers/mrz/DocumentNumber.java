package org.waypost.drivers.mrz;

/**
 * The number field with its digit, and in TD1 and TD2 the rest of a long number (Doc 9303-5 section 4.2.2 note j, Doc
 * 9303-6 note j): the digit's place holds a filler, the optional data begins with the remainder, its digit and a
 * filler.
 *
 * @param characters as the digit covers them
 * @param digit as printed; the filler if a long number has no proper end
 */
record DocumentNumber(String characters, char digit) {

    static DocumentNumber of(MrzText text) {
        Layout layout = text.format().layout();
        String field = text.in(layout.number());
        char digit = text.at(layout.number().to());
        boolean isLong = digit == MrzFormat.FILLER && text.format().allowsLongNumber();
        return isLong ? continued(field, text.in(layout.optional())) : new DocumentNumber(field, digit);
    }

    private static DocumentNumber continued(String field, String optional) {
        int end = optional.indexOf(MrzFormat.FILLER);
        return end < 2 || field.endsWith("<")
                ? new DocumentNumber(field, MrzFormat.FILLER)
                : new DocumentNumber(field + optional.substring(0, end - 1), optional.charAt(end - 1));
    }

    boolean isWellformed() {
        return characters.charAt(0) != MrzFormat.FILLER;
    }

    boolean digitFits() {
        return digit == CheckDigit.of(characters);
    }

    /** Without trailing fillers. */
    String trimmed() {
        return characters.replaceAll("<+$", "");
    }

    /** No number in logs. */
    @Override
    public String toString() {
        return "DocumentNumber[]";
    }
}
