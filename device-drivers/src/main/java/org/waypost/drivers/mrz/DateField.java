package org.waypost.drivers.mrz;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Reads six characters as a date. Each pair is two digits or wholly unknown ({@code <<} or XX); month and day may also
 * be 00. Six zeros are a date of which nothing is known.
 */
final class DateField {
    private static final Pattern PAIRS = Pattern.compile("(?:[0-9]{2}|<<|XX){3}");
    private static final String NOTHING = "000000";
    private static final int LEAP_YEAR = 2000;

    private final CenturyRule century;
    private final LocalDate today;

    DateField(CenturyRule century, LocalDate today) {
        this.century = century;
        this.today = today;
    }

    /** The date, or nothing if the calendar has no such day. */
    Optional<MrzDate> read(String characters) {
        if (!PAIRS.matcher(characters).matches()) {
            return Optional.empty();
        }
        OptionalInt month = unlessZero(pair(characters, 2));
        OptionalInt day = unlessZero(pair(characters, 4));
        int monthDay = 100 * month.orElse(0) + day.orElse(0);
        OptionalInt year = characters.equals(NOTHING) ? OptionalInt.empty() : year(pair(characters, 0), monthDay);
        return exists(year, month, day) ? Optional.of(date(characters, year, month, day)) : Optional.empty();
    }

    private OptionalInt year(OptionalInt digits, int monthDay) {
        return digits.isPresent()
                ? OptionalInt.of(century.year(digits.getAsInt(), monthDay, today))
                : OptionalInt.empty();
    }

    private static MrzDate date(String characters, OptionalInt year, OptionalInt month, OptionalInt day) {
        return year.isPresent() && month.isPresent() && day.isPresent()
                ? new MrzDate.Known(characters, LocalDate.of(year.getAsInt(), month.getAsInt(), day.getAsInt()))
                : new MrzDate.Partial(characters, year, month, day);
    }

    /** Whether the known parts are those of some day of the calendar. */
    private static boolean exists(OptionalInt year, OptionalInt month, OptionalInt day) {
        try {
            LocalDate some =
                    LocalDate.of(year.orElse(LEAP_YEAR), month.orElse(Month.JANUARY.getValue()), day.orElse(1));
            return some.getDayOfMonth() == day.orElse(1);
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static OptionalInt pair(String characters, int at) {
        return Character.isDigit(characters.charAt(at))
                ? OptionalInt.of(Integer.parseInt(characters, at, at + 2, 10))
                : OptionalInt.empty();
    }

    private static OptionalInt unlessZero(OptionalInt part) {
        return part.orElse(0) == 0 ? OptionalInt.empty() : part;
    }
}
