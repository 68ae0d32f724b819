package org.waypost.drivers.mrz;

/** The five formats of a machine readable zone, Doc 9303 parts 4 to 7. */
public enum MrzFormat {
    /** Card, three lines of 30 (Doc 9303-5). */
    TD1(3, 30, "ACI"),
    /** Larger card, two lines of 36 (Doc 9303-6). */
    TD2(2, 36, "ACI"),
    /** Passport, two lines of 44 (Doc 9303-4). */
    TD3(2, 44, "P"),
    /** Visa of full size, two lines of 44 (Doc 9303-7). */
    MRV_A(2, 44, "V"),
    /** Visa of small size, two lines of 36 (Doc 9303-7). */
    MRV_B(2, 36, "V");

    /** Stands for a blank, and for every character that does not exist in a zone. */
    public static final char FILLER = '<';

    private final int lines;
    private final int width;
    private final String codes;

    MrzFormat(int lines, int width, String codes) {
        this.lines = lines;
        this.width = width;
        this.codes = codes;
    }

    /** Number of lines, 2 or 3. */
    public int lines() {
        return lines;
    }

    /** Characters of each line: 30, 36 or 44. */
    public int width() {
        return width;
    }

    Layout layout() {
        return Layout.of(this);
    }

    boolean isVisa() {
        return this == MRV_A || this == MRV_B;
    }

    /** Whether a long document number may go on in the optional data. */
    boolean allowsLongNumber() {
        return this == TD1 || this == TD2;
    }

    /** Whether a document code may begin with this letter. */
    boolean begins(char first) {
        return codes.indexOf(first) >= 0;
    }
}
