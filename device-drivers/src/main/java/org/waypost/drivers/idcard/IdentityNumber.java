package org.waypost.drivers.idcard;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.waypost.drivers.idcard.Document.Discrepancy;
import org.waypost.drivers.idcard.Document.Kind;
import org.waypost.drivers.idcard.Document.Sex;

/**
 * A number as printed on a card and what it says about itself. 18 characters (GB 11643): 6 digits, birth YYYYMMDD, 3
 * digits whose last is odd for men, check character. 15 characters (foreigner card of 2017): 3 letters, 4 digits, birth
 * YYMMDD, a digit odd for men, check digit. The first digits are an area code, which is never looked at.
 */
final class IdentityNumber {
    private static final Pattern EIGHTEEN = Pattern.compile("[0-9]{17}[0-9X]");
    private static final Pattern FIFTEEN = Pattern.compile("[A-Z]{3}[0-9]{12}");
    private static final Pattern PERMIT_PREFIX = Pattern.compile("8[123]0000.*");

    private final String characters;

    private IdentityNumber(String characters) {
        this.characters = characters;
    }

    /** Reads a number; empty if it has not the form its kind of card prescribes. The check digit need not hold. */
    static Optional<IdentityNumber> of(Kind kind, String characters) {
        Pattern form = kind == Kind.FOREIGNER_2017 ? FIFTEEN : EIGHTEEN;
        return form.matcher(characters).matches() ? Optional.of(new IdentityNumber(characters)) : Optional.empty();
    }

    String characters() {
        return characters;
    }

    /** Where the number and the card disagree: flags for a person, since genuine cards with such errors exist. */
    Set<Discrepancy> discrepancies(Kind kind, LocalDate birth, Sex sex) {
        Set<Discrepancy> found = EnumSet.noneOf(Discrepancy.class);
        if (!checkHolds()) {
            found.add(Discrepancy.CHECK_DIGIT);
        }
        if (!agrees(birth)) {
            found.add(Discrepancy.BIRTH_DATE_IN_NUMBER);
        }
        if (!agrees(sex)) {
            found.add(Discrepancy.SEX_IN_NUMBER);
        }
        if (!agrees(kind)) {
            found.add(Discrepancy.KIND_IN_NUMBER);
        }
        return found;
    }

    boolean checkHolds() {
        return characters.charAt(characters.length() - 1) == (isLong() ? iso7064() : icao9303());
    }

    /** ISO 7064 MOD 11-2: weight of digit i (from 1) is 2^(18-i) mod 11. */
    private char iso7064() {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (1 << (17 - i)) % 11 * Character.digit(characters.charAt(i), 10);
        }
        return "10X98765432".charAt(sum % 11);
    }

    /** ICAO Doc 9303-3: weights 7 3 1, A = 10 .. Z = 35, modulo 10. */
    private char icao9303() {
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            sum += weight(i) * Character.digit(characters.charAt(i), 36);
        }
        return Character.forDigit(sum % 10, 10);
    }

    private static int weight(int index) {
        return Character.digit("731".charAt(index % 3), 10);
    }

    private boolean agrees(LocalDate birth) {
        String date = birth.format(DateTimeFormatter.BASIC_ISO_DATE);
        return isLong() ? characters.startsWith(date, 6) : characters.startsWith(date.substring(2), 7);
    }

    private boolean agrees(Sex sex) {
        boolean odd = Character.digit(characters.charAt(isLong() ? 16 : 13), 10) % 2 == 1;
        return switch (sex) {
            case MALE -> odd;
            case FEMALE -> !odd;
            case UNKNOWN, UNSPECIFIED -> true;
        };
    }

    private boolean agrees(Kind kind) {
        return (kind == Kind.FOREIGNER_2023) == characters.startsWith("9")
                && (kind == Kind.RESIDENCE_PERMIT)
                        == PERMIT_PREFIX.matcher(characters).matches();
    }

    private boolean isLong() {
        return characters.length() == 18;
    }
}
