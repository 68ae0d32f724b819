package org.waypost.agent.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.agent.evidence.CheckResult.Gap;
import org.waypost.agent.evidence.CheckResult.NotDone;
import org.waypost.drivers.mrz.MrzOutcome;
import org.waypost.drivers.passport.Access;
import org.waypost.drivers.passport.Authenticity;
import org.waypost.drivers.passport.Authenticity.Altered;
import org.waypost.drivers.passport.Authenticity.Cause;
import org.waypost.drivers.passport.Authenticity.Finding;
import org.waypost.drivers.passport.Authenticity.Unchecked;
import org.waypost.drivers.passport.ChipReport.Expiry;
import org.waypost.drivers.passport.Mechanism;
import org.waypost.drivers.passport.Passport;
import org.waypost.drivers.simulated.MrzSpecimen;

class ChipEvidenceTest {
    private static final MrzOutcome PRINTED = Papers.zone(MrzSpecimen.PASSPORT);
    private static final Evidence WHOLE = Evidence.of(PRINTED, Papers.chip(Papers.genuine()), Papers.TRUSTED);

    private static Evidence of(Map<Mechanism, Authenticity> outcomes) {
        return Evidence.of(PRINTED, Papers.chip(outcomes), Papers.TRUSTED);
    }

    /** The subjects whose results differ from those of a chip in which everything holds. */
    private static Map<Subject, CheckResult> changed(Evidence evidence) {
        assertEquals(
                WHOLE.checks().stream().map(Check::subject).toList(),
                evidence.checks().stream().map(Check::subject).toList());
        return evidence.checks().stream()
                .filter(check -> !WHOLE.of(check.subject()).equals(Optional.of(check.result())))
                .collect(java.util.stream.Collectors.toMap(Check::subject, Check::result));
    }

    @Test
    void whereEverythingHoldsEverythingPasses() {
        WHOLE.checks().forEach(check -> assertEquals(CheckResult.PASSED, check.result(), check.toString()));
    }

    @ParameterizedTest
    @EnumSource(Mechanism.class)
    void eachMechanismHasALineOfItsOwn(Mechanism mechanism) {
        Subject subject = switch (mechanism) {
            case SECURITY_OBJECT -> Subject.SECURITY_OBJECT;
            case CHAIN -> Subject.SIGNER_CHAIN;
            case COUNTRY -> Subject.SIGNER_COUNTRY;
            case VALIDITY -> Subject.SIGNER_VALIDITY;
            case REVOCATION -> Subject.SIGNER_REVOCATION;
            case DG1 -> Subject.CHIP_ZONE;
            case DG2 -> Subject.CHIP_PORTRAIT;
            case DG14 -> Subject.CHIP_PARAMETERS;
            case DG15 -> Subject.CHIP_KEY;
            case CARD_ACCESS -> Subject.CARD_ACCESS;
            case CHIP_AUTHENTICATION -> Subject.CHIP_AUTHENTICATION;
            case ACTIVE_AUTHENTICATION -> Subject.ACTIVE_AUTHENTICATION;
            case ZONE -> Subject.ZONE_TEXT_IN_CHIP;
        };
        for (Finding finding : Finding.values()) {
            Evidence evidence = of(Papers.genuineBut(mechanism, new Altered(finding)));
            assertEquals(Map.of(subject, CheckResult.FAILED), changed(evidence));
            assertEquals(Set.of(subject), evidence.failed());
        }
        for (Cause cause : Cause.values()) {
            Evidence evidence = of(Papers.genuineBut(mechanism, new Unchecked(cause)));
            assertEquals(Map.of(subject, missing(cause)), changed(evidence));
            assertEquals(Set.of(), evidence.failed());
        }
    }

    private static CheckResult missing(Cause cause) {
        return switch (cause) {
            case NOT_SUPPORTED -> CheckResult.NOT_SUPPORTED;
            case VARIANT_UNKNOWN -> new NotDone(Gap.VARIANT_UNKNOWN);
            case EARLIER_STEP -> new NotDone(Gap.EARLIER_STEP);
            case COUNTRY_UNKNOWN -> new NotDone(Gap.COUNTRY_UNKNOWN);
            case NO_REVOCATION_LIST -> new NotDone(Gap.NO_REVOCATION_LIST);
            case REVOCATION_LIST_STALE -> new NotDone(Gap.REVOCATION_LIST_STALE);
            case FILE_TOO_LARGE -> new NotDone(Gap.FILE_TOO_LARGE);
            case NOTHING_TO_COMPARE -> new NotDone(Gap.NOTHING_TO_COMPARE);
        };
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    void aChipThatDoesNotKeepWhatItOffersFailsAndAnOlderOneDoesNot(Access access) {
        CheckResult expected = switch (access) {
            case PACE_MRZ, PACE_CAN -> CheckResult.PASSED;
            case BAC -> CheckResult.NOT_SUPPORTED;
            case BAC_AFTER_FAILED_PACE -> CheckResult.FAILED;
        };
        Passport chip = Papers.chip(access, Papers.genuine(), Expiry.VALID);
        assertEquals(Optional.of(expected), Evidence.of(chip, Papers.TRUSTED).of(Subject.CHIP_ACCESS));
    }

    @ParameterizedTest
    @EnumSource(Expiry.class)
    void theSignedDateCountsBeforeThePrintedOne(Expiry expiry) {
        MrzOutcome printed = Papers.zone(MrzSpecimen.PASSPORT_EXPIRED);
        CheckResult expected = switch (expiry) {
            case VALID -> CheckResult.PASSED;
            case EXPIRED -> CheckResult.FAILED;
            case UNKNOWN -> CheckResult.FAILED;
        };
        Passport chip = Papers.chip(Access.BAC, Papers.genuine(), expiry);
        assertEquals(
                Optional.of(expected),
                Evidence.of(printed, chip, Papers.TRUSTED).of(Subject.VALID_UNTIL));
        CheckResult alone = expiry == Expiry.UNKNOWN ? new NotDone(Gap.UNREAD) : expected;
        assertEquals(Optional.of(alone), Evidence.of(chip, Papers.TRUSTED).of(Subject.VALID_UNTIL));
    }

    @Test
    void whatRestsOnTheClockHasNoAnswerWithoutOne() {
        NotDone noClock = new NotDone(Gap.CLOCK_NOT_TRUSTED);
        Map<Subject, CheckResult> dated = Map.of(
                Subject.VALID_UNTIL, noClock,
                Subject.SIGNER_VALIDITY, noClock,
                Subject.SIGNER_REVOCATION, noClock);
        assertEquals(dated, changed(Evidence.of(PRINTED, Papers.chip(Papers.genuine()), Papers.UNTRUSTED)));
        Passport expired = Papers.chip(
                Access.PACE_MRZ,
                Papers.genuineBut(Mechanism.VALIDITY, new Altered(Finding.SIGNER_EXPIRED)),
                Expiry.EXPIRED);
        assertEquals(dated, changed(Evidence.of(PRINTED, expired, Papers.UNTRUSTED)));
    }

    @Test
    void aRevocationCountsWhateverTheDayIs() {
        Map<Mechanism, Authenticity> outcomes =
                Papers.genuineBut(Mechanism.REVOCATION, new Altered(Finding.SIGNER_REVOKED));
        Evidence evidence = Evidence.of(PRINTED, Papers.chip(outcomes), Papers.UNTRUSTED);
        assertEquals(Set.of(Subject.SIGNER_REVOCATION), evidence.failed());
    }

    /** A subject that nothing asks about would be a line that no officer ever sees. */
    @Test
    void everySubjectIsAskedAboutSomewhere() {
        Set<Subject> asked = EnumSet.noneOf(Subject.class);
        Stream.of(Evidence.of(Papers.card(), Papers.TRUSTED), WHOLE)
                .flatMap(evidence -> evidence.checks().stream())
                .forEach(check -> asked.add(check.subject()));
        assertEquals(EnumSet.allOf(Subject.class), asked);
        assertNotEquals(
                EnumSet.allOf(Subject.class).size(), WHOLE.checks().size(), "control: a passport has not all of them");
        assertEquals(
                List.of(),
                WHOLE.checks().stream()
                        .filter(check -> check.subject().name().endsWith("IN_NUMBER"))
                        .toList());
    }
}
