package org.waypost.drivers.passport;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * The date of expiry in a zone. It is of this century: Doc 9303-3 writes two digits of the year and means the future.
 */
final class DocumentExpiry {
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    private DocumentExpiry() {}

    /** @param text YYMMDD; the document is valid to the end of that day, UTC */
    static ChipReport.Expiry of(String text, InstantSource clock) {
        if (!SIX_DIGITS.matcher(text).matches()) {
            return ChipReport.Expiry.UNKNOWN;
        }
        try {
            int number = Integer.parseInt(text);
            LocalDate last = LocalDate.of(2000 + number / 10_000, number / 100 % 100, number % 100);
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            return today.isAfter(last) ? ChipReport.Expiry.EXPIRED : ChipReport.Expiry.VALID;
        } catch (DateTimeException noSuchDay) {
            return ChipReport.Expiry.UNKNOWN;
        }
    }
}
