package org.waypost.drivers.mrz;

import java.time.LocalDate;
import java.util.OptionalInt;

/** A date of a zone, parts of which may be unknown (Doc 9303-3 section 4.8). */
public sealed interface MrzDate {

    /** The six characters YYMMDD as in the zone; the check digit and the key of the chip need them. */
    String characters();

    /** A whole date; the century comes from {@link CenturyRule}. */
    record Known(String characters, LocalDate date) implements MrzDate {
        /** No date in logs. */
        @Override
        public String toString() {
            return "Known[]";
        }
    }

    /**
     * A date of which at least one part is unknown: fillers, XX, or 00 for month or day.
     *
     * @param year four digits, by {@link CenturyRule}
     * @param month 1 to 12
     * @param day 1 to 31
     */
    record Partial(String characters, OptionalInt year, OptionalInt month, OptionalInt day) implements MrzDate {
        public Partial {
            if (year.isPresent() && month.isPresent() && day.isPresent()) {
                throw new IllegalArgumentException("a partial date lacks a part");
            }
        }

        /** No date in logs. */
        @Override
        public String toString() {
            return "Partial[]";
        }
    }
}
