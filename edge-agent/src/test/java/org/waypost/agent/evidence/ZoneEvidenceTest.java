package org.waypost.agent.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.agent.evidence.CheckResult.Gap;
import org.waypost.agent.evidence.CheckResult.NotDone;
import org.waypost.drivers.mrz.CheckDigit;
import org.waypost.drivers.mrz.Flaw;
import org.waypost.drivers.mrz.MrzFormat;
import org.waypost.drivers.mrz.MrzOutcome;
import org.waypost.drivers.simulated.MrzSpecimen;

class ZoneEvidenceTest {
    private static final Set<Subject> OF_A_ZONE = EnumSet.range(Subject.ZONE_NUMBER_DIGIT, Subject.ZONE_CONTENT);

    private static Evidence of(MrzOutcome outcome) {
        return Evidence.of(outcome, Papers.TRUSTED);
    }

    @ParameterizedTest
    @EnumSource(MrzSpecimen.class)
    void aZoneThatIsReadPassesWhateverItsFormatHas(MrzSpecimen specimen) {
        Evidence evidence = of(Papers.zone(specimen));
        MrzFormat format = specimen.format();
        for (Subject subject : OF_A_ZONE) {
            boolean has = switch (format) {
                case TD1, TD2 -> subject != Subject.ZONE_OPTIONAL_DIGIT;
                case TD3 -> true;
                case MRV_A, MRV_B -> subject != Subject.ZONE_OPTIONAL_DIGIT && subject != Subject.ZONE_COMPOSITE_DIGIT;
            };
            CheckResult expected = has ? CheckResult.PASSED : CheckResult.NOT_SUPPORTED;
            assertEquals(Optional.of(expected), evidence.of(subject), subject.name());
        }
        assertEquals(OF_A_ZONE.size() + 1, evidence.checks().size());
    }

    @ParameterizedTest
    @EnumSource(Flaw.class)
    void aFlawSpoilsItsOwnCheckAndNoOther(Flaw flaw) {
        Optional<Subject> failed = switch (flaw) {
            case NUMBER_DIGIT -> Optional.of(Subject.ZONE_NUMBER_DIGIT);
            case BIRTH_DIGIT -> Optional.of(Subject.ZONE_BIRTH_DIGIT);
            case EXPIRY_DIGIT -> Optional.of(Subject.ZONE_EXPIRY_DIGIT);
            case OPTIONAL_DIGIT -> Optional.of(Subject.ZONE_OPTIONAL_DIGIT);
            case COMPOSITE_DIGIT -> Optional.of(Subject.ZONE_COMPOSITE_DIGIT);
            case DOCUMENT_CODE, ISSUER, NUMBER, NATIONALITY, BIRTH, SEX, EXPIRY, NAME ->
                Optional.of(Subject.ZONE_CONTENT);
            case SHAPE, CHARACTER, SEVERAL_REPAIRS -> Optional.empty();
        };
        Evidence evidence = of(new MrzOutcome.Unreadable(Set.of(flaw)));
        assertEquals(failed.map(Set::of).orElse(Set.of()), evidence.failed());
        assertEquals(Optional.of(new NotDone(Gap.UNREAD)), evidence.of(Subject.VALID_UNTIL));
    }

    @ParameterizedTest
    @EnumSource(
            value = Flaw.class,
            names = {"SHAPE", "CHARACTER"})
    void whatWasNotReadHasNoAnswer(Flaw flaw) {
        Evidence evidence = of(new MrzOutcome.Unreadable(Set.of(flaw)));
        OF_A_ZONE.forEach(
                subject -> assertEquals(Optional.of(new NotDone(Gap.UNREAD)), evidence.of(subject), subject.name()));
    }

    /** Whether a zone of unknown format has the digit at all is not known. */
    @Test
    void aDigitThatNotEveryFormatHasIsNoAnswerWhereTheFormatIsUnknown() {
        Evidence evidence = of(new MrzOutcome.Unreadable(Set.of(Flaw.NAME)));
        assertEquals(Optional.of(CheckResult.PASSED), evidence.of(Subject.ZONE_NUMBER_DIGIT));
        assertEquals(Optional.of(new NotDone(Gap.UNREAD)), evidence.of(Subject.ZONE_OPTIONAL_DIGIT));
        assertEquals(Optional.of(new NotDone(Gap.UNREAD)), evidence.of(Subject.ZONE_COMPOSITE_DIGIT));
    }

    @Test
    void aRepairIsAProposalAndPassesNothing() {
        MrzOutcome outcome = Papers.zone(Papers.text(MrzSpecimen.PASSPORT).replace("L898902C36", "L8989O2C36"));
        assertInstanceOf(MrzOutcome.Repaired.class, outcome);
        of(outcome)
                .checks()
                .forEach(check -> assertEquals(new NotDone(Gap.REPAIRED), check.result(), check.toString()));
    }

    @ParameterizedTest
    @CsvSource({"PASSPORT,PASSED", "PASSPORT_EXPIRED,FAILED"})
    void theLastDayIsHeldAgainstTheClock(MrzSpecimen specimen, String result) {
        CheckResult expected = result.equals("PASSED") ? CheckResult.PASSED : CheckResult.FAILED;
        assertEquals(Optional.of(expected), of(Papers.zone(specimen)).of(Subject.VALID_UNTIL));
        assertEquals(
                Optional.of(new NotDone(Gap.CLOCK_NOT_TRUSTED)),
                Evidence.of(Papers.zone(specimen), Papers.UNTRUSTED).of(Subject.VALID_UNTIL));
    }

    @Test
    void aDateOfExpiryWithAnUnknownPartIsNotChecked() {
        String expiry = "3304<<";
        String second = "L898902C36UTO7408122F" + expiry + CheckDigit.of(expiry) + "ZE184226B<<<<<1";
        String covered = second.substring(0, 10) + second.substring(13, 20) + second.substring(21, 43);
        MrzOutcome outcome = Papers.zone(MrzSpecimen.PASSPORT.lines().getFirst() + second + CheckDigit.of(covered));
        assertInstanceOf(MrzOutcome.Parsed.class, outcome, outcome.toString());
        assertEquals(Optional.of(new NotDone(Gap.NOT_STATED)), of(outcome).of(Subject.VALID_UNTIL));
    }
}
