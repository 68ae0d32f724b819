package org.waypost.drivers.mrz;

import java.time.LocalDate;

/**
 * Which century two digits mean; the one place that says it (Doc 9303 leaves it to the reader). A birth is never in the
 * future: the latest year whose date is not after today, so that a person of a hundred years or more is taken for a
 * child. An expiry lies less than fifty years ahead: the year from 50 years before today to 49 after.
 */
public enum CenturyRule {
    BIRTH {
        @Override
        int year(int twoDigits, int monthDay, LocalDate today) {
            int year = today.getYear() / 100 * 100 + twoDigits;
            boolean future = year > today.getYear()
                    || (year == today.getYear() && monthDay > 100 * today.getMonthValue() + today.getDayOfMonth());
            return future ? year - 100 : year;
        }
    },
    EXPIRY {
        @Override
        int year(int twoDigits, int monthDay, LocalDate today) {
            int earliest = today.getYear() - 50;
            return earliest + Math.floorMod(twoDigits - earliest, 100);
        }
    };

    /**
     * Completes a year.
     *
     * @param twoDigits 0 to 99
     * @param monthDay 100 * month + day, 0 for a part that is unknown
     */
    abstract int year(int twoDigits, int monthDay, LocalDate today);
}
