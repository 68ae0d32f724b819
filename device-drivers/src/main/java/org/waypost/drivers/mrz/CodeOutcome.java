package org.waypost.drivers.mrz;

import static java.util.Objects.requireNonNull;

/** What came of a code that somebody held in front of the reader. Its text is not trusted and not handed up. */
public sealed interface CodeOutcome {

    /** An appointment code whose check character holds; whether there is such an appointment is for others to say. */
    record Accepted(AppointmentCode code) implements CodeOutcome {
        public Accepted {
            requireNonNull(code);
        }
    }

    /** Some other code, or a damaged one. */
    record Refused(Reason reason) implements CodeOutcome {
        public Refused {
            requireNonNull(reason);
        }
    }

    /** Why a code is refused. */
    enum Reason {
        LENGTH,
        /** Characters that no appointment code has, as in every address of the web. */
        CHARACTER,
        CHECK_CHARACTER
    }

    /** Judges a text of any length and content. */
    static CodeOutcome of(String text) {
        if (text.length() > AppointmentCode.LONGEST) {
            return new Refused(Reason.LENGTH);
        }
        if (!text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-')) {
            return new Refused(Reason.CHARACTER);
        }
        if (!AppointmentCode.isWellformed(text)) {
            return new Refused(Reason.LENGTH);
        }
        return AppointmentCode.checkHolds(text)
                ? new Accepted(new AppointmentCode(text))
                : new Refused(Reason.CHECK_CHARACTER);
    }
}
