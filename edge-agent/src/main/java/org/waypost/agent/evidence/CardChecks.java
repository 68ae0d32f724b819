package org.waypost.agent.evidence;

import java.util.List;
import org.waypost.agent.evidence.CheckResult.Gap;
import org.waypost.agent.evidence.CheckResult.NotDone;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.idcard.Document.Discrepancy;

/**
 * What an ID card says against itself and against the clock. Card and reader have proven each other before a document
 * exists, so that this is no line here.
 */
final class CardChecks {
    private CardChecks() {}

    static List<Check> of(Document document, ClockTrust clock) {
        return List.of(
                new Check(Subject.NUMBER_DIGIT, unless(Discrepancy.CHECK_DIGIT, document)),
                new Check(Subject.BIRTH_IN_NUMBER, unless(Discrepancy.BIRTH_DATE_IN_NUMBER, document)),
                new Check(Subject.SEX_IN_NUMBER, sex(document)),
                new Check(Subject.KIND_IN_NUMBER, kind(document)),
                new Check(Subject.SOUND_READING, reading(document)),
                new Check(
                        Subject.VALID_FROM,
                        clock.check(today -> !today.isBefore(document.validity().from()))),
                new Check(Subject.VALID_UNTIL, until(document, clock)));
    }

    private static CheckResult unless(Discrepancy discrepancy, Document document) {
        return CheckResult.of(!document.discrepancies().contains(discrepancy));
    }

    /** A card that codes no sex agrees with every number: that is no answer. */
    private static CheckResult sex(Document document) {
        return switch (document.sex()) {
            case MALE, FEMALE -> unless(Discrepancy.SEX_IN_NUMBER, document);
            case UNKNOWN, UNSPECIFIED -> new NotDone(Gap.NOT_STATED);
        };
    }

    /** The number of the foreigner card of 2017 has a form of its own, without which there is no document. */
    private static CheckResult kind(Document document) {
        return switch (document.kind()) {
            case RESIDENT_CARD, RESIDENCE_PERMIT, FOREIGNER_2023 -> unless(Discrepancy.KIND_IN_NUMBER, document);
            case FOREIGNER_2017 -> CheckResult.NOT_SUPPORTED;
        };
    }

    private static CheckResult reading(Document document) {
        boolean once = document.discrepancies().contains(Discrepancy.READ_ONCE);
        return once ? new NotDone(Gap.NOT_READ_AGAIN) : CheckResult.PASSED;
    }

    private static CheckResult until(Document document, ClockTrust clock) {
        return document.validity()
                .until()
                .map(last -> clock.check(today -> !today.isAfter(last)))
                .orElse(CheckResult.NOT_SUPPORTED);
    }
}
