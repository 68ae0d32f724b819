package org.waypost.drivers.mrz;

import java.util.regex.Pattern;

/**
 * The number of an appointment, as printed for its holder as a QR code or bar code. Holds no personal data and is never
 * an address to open: a name to look up, nothing else. The last character is the check character of ISO/IEC 7064 MOD
 * 37,36 over the letters and digits before it; hyphens are for the eye.
 *
 * @param characters 6 to 128 of A-Z, 0-9 and hyphen, first and last no hyphen
 */
public record AppointmentCode(String characters) {
    /** Longest code that is looked at. */
    public static final int LONGEST = 128;

    private static final int SHORTEST = 6;
    private static final int MODULUS = 36;
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]*[A-Z0-9]");

    public AppointmentCode {
        if (!isWellformed(characters) || !checkHolds(characters)) {
            throw new IllegalArgumentException("not an appointment code");
        }
    }

    /**
     * Adds the check character.
     *
     * @param body 5 to 127 of A-Z, 0-9 and hyphen
     * @throws IllegalArgumentException for anything else
     */
    public static AppointmentCode issued(String body) {
        if (!isWellformed(body + "0")) {
            throw new IllegalArgumentException("not the body of an appointment code");
        }
        return new AppointmentCode(body + character(Math.floorMod(1 - product(body), MODULUS)));
    }

    static boolean isWellformed(String text) {
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && FORM.matcher(text).matches();
    }

    /** Whether the last character is the check character of the rest. */
    static boolean checkHolds(String text) {
        int last = text.length() - 1;
        return (product(text.substring(0, last)) + Character.digit(text.charAt(last), MODULUS)) % MODULUS == 1;
    }

    /** The running product of ISO/IEC 7064 clause 8 after the last character. */
    private static int product(String text) {
        int product = MODULUS;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '-') {
                int sum = (product + Character.digit(text.charAt(i), MODULUS)) % MODULUS;
                product = 2 * (sum == 0 ? MODULUS : sum) % (MODULUS + 1);
            }
        }
        return product;
    }

    private static char character(int value) {
        return Character.toUpperCase(Character.forDigit(value, MODULUS));
    }

    /** No code in logs. */
    @Override
    public String toString() {
        return "AppointmentCode[]";
    }
}
