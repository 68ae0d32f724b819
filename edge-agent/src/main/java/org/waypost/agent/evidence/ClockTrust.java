package org.waypost.agent.evidence;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.waypost.agent.evidence.CheckResult.Gap;
import org.waypost.agent.watchlist.Standing;

/**
 * Whether dates may be held against the terminal's clock. The one time a terminal has from elsewhere is that of the
 * list the hub signed: a clock that shows an earlier day is wrong, and without a list nothing speaks for the clock. A
 * clock that is ahead is not noticed by this.
 */
public sealed interface ClockTrust {

    /** The clock's day is not before the newest signed one. */
    record Trusted(LocalDate today) implements ClockTrust {
        public Trusted {
            requireNonNull(today);
        }
    }

    /** No day: no date can be checked. */
    record Untrusted() implements ClockTrust {}

    /**
     * What a list says of a clock.
     *
     * @param today by the clock in question
     * @param zone of that day
     */
    static ClockTrust of(Standing list, LocalDate today, ZoneId zone) {
        return switch (list) {
            case Standing.InUse use ->
                today.isBefore(LocalDate.ofInstant(use.issued(), zone)) ? new Untrusted() : new Trusted(today);
            case Standing.Unusable unusable ->
                switch (unusable.reason()) {
                    // its signed end has passed by this clock, and so has its beginning
                    case LIST_EXPIRED -> new Trusted(today);
                    case LIST_ABSENT, SIGNATURE_INVALID, LIST_MALFORMED, DOCUMENT_UNREAD -> new Untrusted();
                };
        };
    }

    /** The result of a check of today's date. */
    default CheckResult check(Predicate<LocalDate> holds) {
        return switch (this) {
            case Trusted clock -> CheckResult.of(holds.test(clock.today()));
            case Untrusted untrusted -> new CheckResult.NotDone(Gap.CLOCK_NOT_TRUSTED);
        };
    }

    /** What counts of an answer that was found by the same clock. */
    default CheckResult counting(CheckResult found) {
        return switch (found) {
            case CheckResult.Passed passed -> check(today -> true);
            case CheckResult.Failed failed -> check(today -> false);
            case CheckResult.NotDone notDone -> notDone;
            case CheckResult.NotSupported notSupported -> notSupported;
        };
    }
}
