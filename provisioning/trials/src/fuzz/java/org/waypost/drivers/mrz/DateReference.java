package org.waypost.drivers.mrz;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.time.LocalDate;
import java.time.YearMonth;

/** A date of a zone read a second time, on 2026-11-23: Doc 9303-3 section 4.8. */
final class DateReference {
    private DateReference() {}

    static boolean isDate(String field, boolean birth) {
        if (!field.matches("([0-9]{2}|<<|XX){3}")) {
            return false;
        }
        int month = part(field, 2);
        int day = part(field, 4);
        int year = yearOf(field, birth);
        if (month > 12 || day < 0) {
            return month <= 12;
        }
        return day
                <= YearMonth.of(year < 0 ? 2000 : year, month < 0 ? 1 : month).lengthOfMonth();
    }

    /** Two digits, -1 if unknown; 00 is an unknown month or day. */
    private static int part(String field, int at) {
        String pair = field.substring(at, at + 2);
        return pair.matches("[0-9]{2}") && !pair.equals("00") ? Integer.parseInt(pair) : -1;
    }

    /** On 2026-11-23: births up to that day, expiries from 1976 to 2075. */
    private static int yearOf(String field, boolean birth) {
        if (field.equals("000000") || !Character.isDigit(field.charAt(0))) {
            return -1;
        }
        int two = Integer.parseInt(field.substring(0, 2));
        int monthDay = 100 * Math.max(0, part(field, 2)) + Math.max(0, part(field, 4));
        boolean thisCentury = birth ? two < 26 || (two == 26 && monthDay <= 1123) : two <= 75;
        return thisCentury ? 2000 + two : 1900 + two;
    }

    static void same(MrzDate date, String field, boolean birth) {
        int year = yearOf(field, birth);
        int month = part(field, 2);
        int day = part(field, 4);
        boolean same = switch (date) {
            case MrzDate.Known known ->
                year > 0 && month > 0 && day > 0 && known.date().equals(LocalDate.of(year, month, day));
            case MrzDate.Partial partial ->
                partial.year().orElse(-1) == year
                        && partial.month().orElse(-1) == month
                        && partial.day().orElse(-1) == day;
        };
        unless(same && date.characters().equals(field), "a date is the zone's, of the right century");
    }
}
