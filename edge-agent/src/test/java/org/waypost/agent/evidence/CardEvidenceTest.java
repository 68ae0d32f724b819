package org.waypost.agent.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.agent.evidence.CheckResult.Gap;
import org.waypost.agent.evidence.CheckResult.NotDone;
import org.waypost.agent.watchlist.Screening;
import org.waypost.agent.watchlist.Standing;
import org.waypost.drivers.idcard.Document;
import org.waypost.drivers.idcard.Document.Discrepancy;
import org.waypost.drivers.idcard.Document.Validity;

class CardEvidenceTest {
    private static final Set<Subject> OF_A_CARD = EnumSet.of(
            Subject.NUMBER_DIGIT,
            Subject.BIRTH_IN_NUMBER,
            Subject.SEX_IN_NUMBER,
            Subject.KIND_IN_NUMBER,
            Subject.SOUND_READING,
            Subject.VALID_FROM,
            Subject.VALID_UNTIL);

    private static Optional<CheckResult> result(Subject subject, Document card) {
        return Evidence.of(card, Papers.TRUSTED).of(subject);
    }

    @Test
    void asksEverythingOnceInTheOrderOfReading() {
        Evidence evidence = Evidence.of(Papers.card(), Papers.TRUSTED);
        assertEquals(
                List.copyOf(OF_A_CARD),
                evidence.checks().stream().map(Check::subject).toList());
        OF_A_CARD.forEach(subject -> assertEquals(Optional.of(CheckResult.PASSED), evidence.of(subject)));
        assertEquals(Optional.empty(), evidence.of(Subject.CHIP_ZONE), "what a card has not is no line");
    }

    @ParameterizedTest
    @EnumSource(Discrepancy.class)
    void aDiscrepancySpoilsItsOwnCheckAndNoOther(Discrepancy discrepancy) {
        Subject subject = switch (discrepancy) {
            case CHECK_DIGIT -> Subject.NUMBER_DIGIT;
            case BIRTH_DATE_IN_NUMBER -> Subject.BIRTH_IN_NUMBER;
            case SEX_IN_NUMBER -> Subject.SEX_IN_NUMBER;
            case KIND_IN_NUMBER -> Subject.KIND_IN_NUMBER;
            case READ_ONCE -> Subject.SOUND_READING;
        };
        CheckResult expected =
                discrepancy == Discrepancy.READ_ONCE ? new NotDone(Gap.NOT_READ_AGAIN) : CheckResult.FAILED;
        Evidence evidence = Evidence.of(Papers.card(discrepancy), Papers.TRUSTED);
        for (Subject one : OF_A_CARD) {
            assertEquals(Optional.of(one == subject ? expected : CheckResult.PASSED), evidence.of(one), one.name());
        }
        assertEquals(
                discrepancy == Discrepancy.READ_ONCE ? Set.of() : Set.of(subject),
                evidence.failed(),
                "an answer that is missing does not fail");
    }

    @ParameterizedTest
    @EnumSource(Document.Sex.class)
    void aSexThatIsNotCodedAgreesWithNothing(Document.Sex sex) {
        CheckResult expected = switch (sex) {
            case MALE, FEMALE -> CheckResult.PASSED;
            case UNKNOWN, UNSPECIFIED -> new NotDone(Gap.NOT_STATED);
        };
        Document card = Papers.card(Document.Kind.RESIDENT_CARD, sex, Papers.IN_FORCE, Set.of());
        assertEquals(Optional.of(expected), result(Subject.SEX_IN_NUMBER, card));
    }

    @ParameterizedTest
    @EnumSource(Document.Kind.class)
    void theCardOf2017HasANumberThatCannotBeOfAnotherKind(Document.Kind kind) {
        CheckResult expected = switch (kind) {
            case RESIDENT_CARD, RESIDENCE_PERMIT, FOREIGNER_2023 -> CheckResult.PASSED;
            case FOREIGNER_2017 -> CheckResult.NOT_SUPPORTED;
        };
        Document card = Papers.card(kind, Document.Sex.MALE, Papers.IN_FORCE, Set.of());
        assertEquals(Optional.of(expected), result(Subject.KIND_IN_NUMBER, card));
    }

    @Test
    void firstAndLastDayBelongToTheValidity() {
        LocalDate today = Papers.TODAY;
        assertEquals(CheckResult.PASSED, until(today));
        assertEquals(CheckResult.FAILED, until(today.minusDays(1)));
        assertEquals(CheckResult.PASSED, from(today));
        assertEquals(CheckResult.FAILED, from(today.plusDays(1)));
    }

    private static CheckResult until(LocalDate last) {
        Validity validity = new Validity(Papers.TODAY.minusYears(9), Optional.of(last));
        return result(Subject.VALID_UNTIL, Papers.card(validity)).orElseThrow();
    }

    private static CheckResult from(LocalDate first) {
        return result(Subject.VALID_FROM, Papers.card(new Validity(first, Optional.empty())))
                .orElseThrow();
    }

    @Test
    void aCardWithoutEndHasNothingToCheckThere() {
        Document card = Papers.card(new Validity(Papers.TODAY, Optional.empty()));
        assertEquals(Optional.of(CheckResult.NOT_SUPPORTED), result(Subject.VALID_UNTIL, card));
    }

    @Test
    void noDateIsHeldAgainstAClockThatNothingVouchesFor() {
        Document over = Papers.card(new Validity(Papers.TODAY.plusDays(1), Optional.of(Papers.TODAY.minusDays(1))));
        Evidence evidence = Evidence.of(over, Papers.UNTRUSTED);
        assertEquals(Optional.of(new NotDone(Gap.CLOCK_NOT_TRUSTED)), evidence.of(Subject.VALID_FROM));
        assertEquals(Optional.of(new NotDone(Gap.CLOCK_NOT_TRUSTED)), evidence.of(Subject.VALID_UNTIL));
        assertEquals(Optional.of(CheckResult.PASSED), evidence.of(Subject.NUMBER_DIGIT));
        assertEquals(Set.of(), evidence.failed());
        assertEquals(
                Set.of(Subject.VALID_FROM, Subject.VALID_UNTIL),
                Evidence.of(over, Papers.TRUSTED).failed(),
                "control: with a clock both fail");
    }

    @Test
    void aClockBeforeTheDayOfTheSignedListIsWrong() {
        Instant issued = Instant.parse("2026-11-23T17:00:00Z");
        Standing list = new Standing.InUse(1, issued, issued.plusSeconds(86_400));
        LocalDate day = LocalDate.of(2026, 11, 24);
        assertEquals(new ClockTrust.Trusted(day), ClockTrust.of(list, day, Papers.ZONE), "one in the morning there");
        assertEquals(new ClockTrust.Untrusted(), ClockTrust.of(list, day.minusDays(1), Papers.ZONE));
        assertEquals(new ClockTrust.Trusted(day.plusYears(9)), ClockTrust.of(list, day.plusYears(9), Papers.ZONE));
    }

    @ParameterizedTest
    @EnumSource(Screening.Reason.class)
    void withoutASignedTimeNothingVouchesForTheClock(Screening.Reason reason) {
        ClockTrust expected = switch (reason) {
            case LIST_EXPIRED -> Papers.TRUSTED;
            case LIST_ABSENT, SIGNATURE_INVALID, LIST_MALFORMED, DOCUMENT_UNREAD -> Papers.UNTRUSTED;
        };
        assertEquals(expected, ClockTrust.of(new Standing.Unusable(reason), Papers.TODAY, Papers.ZONE));
    }

    @Test
    void holdsNothingOfTheDocument() {
        String text = Evidence.of(Papers.card(), Papers.TRUSTED).toString();
        for (String trace : List.of("1101", "测试", "1992", "2027")) {
            assertFalse(text.contains(trace), text);
        }
    }

    @Test
    void asksNothingTwice() {
        Check check = new Check(Subject.NUMBER_DIGIT, CheckResult.PASSED);
        assertThrows(IllegalArgumentException.class, () -> new Evidence(List.of(check, check)));
    }
}
