package org.waypost.agent.evidence;

import java.util.Optional;
import org.waypost.agent.evidence.CheckResult.Gap;
import org.waypost.agent.evidence.CheckResult.NotDone;
import org.waypost.drivers.mrz.Mrz;
import org.waypost.drivers.mrz.MrzFormat;
import org.waypost.drivers.mrz.MrzOutcome;
import org.waypost.drivers.passport.PassportFields;

/**
 * The printed zone against the signed one, field by field: tells a difference in the person from one in a name's
 * spelling or the optional data, and confirms or refutes a repair. Nationality is the visa rule's alone and is left to
 * the comparison of the whole text.
 */
final class FieldsInChip {
    private FieldsInChip() {}

    static CheckResult compared(MrzOutcome printed, Optional<PassportFields> chip) {
        return switch (printed) {
            case MrzOutcome.Parsed parsed -> compared(parsed.mrz(), chip);
            case MrzOutcome.Repaired repaired -> compared(repaired.mrz(), chip);
            case MrzOutcome.Unreadable unreadable -> new NotDone(Gap.UNREAD);
        };
    }

    private static CheckResult compared(Mrz printed, Optional<PassportFields> chip) {
        return chip.map(fields -> CheckResult.of(same(printed, fields))).orElse(new NotDone(Gap.EARLIER_STEP));
    }

    private static boolean same(Mrz printed, PassportFields chip) {
        return printed.document().issuer().code().equals(chip.issuingState())
                && bare(printed.document().number()).equals(chip.number())
                && printed.holder().birth().characters().equals(chip.birth())
                && sex(printed.holder().sex()) == chip.sex()
                && printed.document().expiry().characters().equals(chip.expiry());
    }

    /** The chip's number comes without fillers. */
    private static String bare(String number) {
        return number.replace(String.valueOf(MrzFormat.FILLER), "");
    }

    private static char sex(Mrz.Sex sex) {
        return switch (sex) {
            case FEMALE -> 'F';
            case MALE -> 'M';
            case UNSPECIFIED -> MrzFormat.FILLER;
        };
    }
}
