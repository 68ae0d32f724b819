package org.waypost.drivers.mrz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks for a single misread character. Only characters that look alike are tried, only in places that a check digit
 * covers, and of dates and check digits only digits; a variant counts if then nothing at all is wrong. Nothing is ever
 * folded.
 */
final class MrzRepair {
    private static final Map<Character, String> ALIKE = Map.ofEntries(
            Map.entry('0', "ODQ"),
            Map.entry('O', "0DQ"),
            Map.entry('D', "0OQ"),
            Map.entry('Q', "0OD"),
            Map.entry('1', "IL"),
            Map.entry('I', "1L"),
            Map.entry('L', "1I"),
            Map.entry('2', "Z"),
            Map.entry('Z', "2"),
            Map.entry('5', "S"),
            Map.entry('S', "5"),
            Map.entry('8', "B"),
            Map.entry('B', "8"),
            Map.entry('6', "G"),
            Map.entry('G', "6"));

    private final MrzJudge judge;

    MrzRepair(MrzJudge judge) {
        this.judge = judge;
    }

    /**
     * A variant of a text without flaws.
     *
     * @param index of the character replaced
     */
    record Variant(int index, MrzText text) {}

    /** Every variant that fits, in the order of the text. */
    List<Variant> variants(MrzText text) {
        List<Variant> fitting = new ArrayList<>();
        for (int index = 0; index < text.characters().length(); index++) {
            Cover cover = Cover.of(text.format(), index);
            for (char proposed : ALIKE.getOrDefault(text.at(index), "").toCharArray()) {
                Variant variant = new Variant(index, text.with(index, proposed));
                if (cover.allows(proposed) && judge.flaws(variant.text()).isEmpty()) {
                    fitting.add(variant);
                }
            }
        }
        return fitting;
    }

    /** What a check digit knows of one position. */
    private enum Cover {
        NONE,
        DIGITS,
        LETTERS_AND_DIGITS;

        static Cover of(MrzFormat format, int index) {
            Layout layout = format.layout();
            if (isDigitsOnly(layout, index)) {
                return DIGITS;
            }
            boolean covered = layout.number().contains(index)
                    || layout.composite().stream().anyMatch(span -> span.contains(index));
            return covered ? LETTERS_AND_DIGITS : NONE;
        }

        /** Dates with their digits, the digit of the number and the composite digit. */
        private static boolean isDigitsOnly(Layout layout, int index) {
            return index == layout.number().to()
                    || isWithDigit(layout.dated().birth(), index)
                    || isWithDigit(layout.dated().expiry(), index)
                    || (!layout.composite().isEmpty() && index == layout.compositeDigit());
        }

        private static boolean isWithDigit(Span date, int index) {
            return date.contains(index) || index == date.to();
        }

        boolean allows(char proposed) {
            return switch (this) {
                case NONE -> false;
                case DIGITS -> proposed >= '0' && proposed <= '9';
                case LETTERS_AND_DIGITS -> true;
            };
        }
    }
}
