package org.waypost.agent.encounter;

import java.time.LocalDate;
import org.waypost.agent.encounter.Rule.Result;
import org.waypost.agent.evidence.ClockTrust;
import org.waypost.drivers.idcard.Document;

/**
 * What follows from a birth date on a local day. A birthday counts; who was born on 29 February has it on 28 February
 * of a common year (Civil Code art. 202: where the day is missing, the last of the month).
 */
final class Age {
    /** Civil Code art. 1047. */
    private static final int MAN = 22;

    /** Civil Code art. 1047. */
    private static final int WOMAN = 20;

    private Age() {}

    static AgeBand band(LocalDate birth, ClockTrust clock) {
        return switch (clock) {
            case ClockTrust.Trusted trusted -> band(birth, trusted.today());
            case ClockTrust.Untrusted untrusted -> AgeBand.UNKNOWN;
        };
    }

    private static AgeBand band(LocalDate birth, LocalDate today) {
        if (!reached(14, birth, today)) {
            return AgeBand.UNDER_14;
        }
        return reached(18, birth, today) ? AgeBand.ADULT : AgeBand.UNDER_18;
    }

    /** Where the sex is not coded, only an age that is enough or too little for either gives an answer. */
    static Result marriageable(Document.Sex sex, LocalDate birth, LocalDate today) {
        return switch (sex) {
            case MALE -> result(reached(MAN, birth, today));
            case FEMALE -> result(reached(WOMAN, birth, today));
            case UNKNOWN, UNSPECIFIED -> {
                boolean between = reached(WOMAN, birth, today) && !reached(MAN, birth, today);
                yield between ? Result.NOT_DONE : result(reached(MAN, birth, today));
            }
        };
    }

    private static boolean reached(int years, LocalDate birth, LocalDate today) {
        return !today.isBefore(birth.plusYears(years));
    }

    private static Result result(boolean pass) {
        return pass ? Result.PASS : Result.FAIL;
    }
}
