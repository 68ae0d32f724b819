package org.waypost.drivers.mrz;

/**
 * The check digit of Doc 9303-3 section 4.9: weights 7, 3, 1 from the left; 0 to 9 as they are, A = 10 .. Z = 35, the
 * filler 0; sum modulo 10. All weights are prime to 10, so one wrong character is found unless its value differs by a
 * multiple of 10 (0, A, K, U and the filler; 1, B, L and V; 6, G and Q; and so on). Of the characters that look alike
 * these are 1 and L, 6 and G: a second reading or the chip tells them apart, the check digit does not.
 */
public final class CheckDigit {
    private static final int[] WEIGHTS = {7, 3, 1};

    private CheckDigit() {}

    /**
     * Computes a check digit.
     *
     * @param characters A-Z, 0-9 and the filler, any length
     * @return '0' to '9'
     * @throws IllegalArgumentException for any other character
     */
    public static char of(CharSequence characters) {
        int sum = 0;
        for (int i = 0; i < characters.length(); i++) {
            sum += WEIGHTS[i % WEIGHTS.length] * valueOf(characters.charAt(i));
        }
        return (char) ('0' + sum % 10);
    }

    private static int valueOf(char character) {
        if (character == MrzFormat.FILLER) {
            return 0;
        }
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        if (character >= 'A' && character <= 'Z') {
            return character - 'A' + 10;
        }
        throw new IllegalArgumentException("not a character of a machine readable zone");
    }
}
