package org.waypost.agent.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.agent.evidence.CheckResult.Gap;
import org.waypost.agent.evidence.CheckResult.NotDone;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.mrz.Flaw;
import org.waypost.drivers.mrz.MrzOutcome;
import org.waypost.drivers.passport.Access;
import org.waypost.drivers.passport.AccessKey;
import org.waypost.drivers.passport.AccessPolicy;
import org.waypost.drivers.passport.Authenticity;
import org.waypost.drivers.passport.Authenticity.Altered;
import org.waypost.drivers.passport.Authenticity.Cause;
import org.waypost.drivers.passport.Authenticity.Finding;
import org.waypost.drivers.passport.Authenticity.Unchecked;
import org.waypost.drivers.passport.ChipReport;
import org.waypost.drivers.passport.ChipReport.Expiry;
import org.waypost.drivers.passport.Mechanism;
import org.waypost.drivers.passport.Passport;
import org.waypost.drivers.passport.PassportFields;
import org.waypost.drivers.passport.PassportReader;
import org.waypost.drivers.passport.PrintedZone;
import org.waypost.drivers.passport.TrustStore;
import org.waypost.drivers.simulated.ChipRandom;
import org.waypost.drivers.simulated.EmrtdCard;
import org.waypost.drivers.simulated.MrzSpecimen;
import org.waypost.drivers.simulated.PassportAuthority;
import org.waypost.drivers.simulated.PassportSignature;
import org.waypost.drivers.simulated.PassportSpecimen;
import org.waypost.drivers.simulated.SimulatedChipTerminal;

class ChipEvidenceTest {
    private static final Instant NOW =
            Papers.TODAY.atTime(12, 0).atZone(Papers.ZONE).toInstant();
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

    private static final List<Subject> ISSUED_BY = List.of(
            Subject.SECURITY_OBJECT,
            Subject.SIGNER_CHAIN,
            Subject.SIGNER_COUNTRY,
            Subject.SIGNER_VALIDITY,
            Subject.SIGNER_REVOCATION);

    /** As the driver reads a sound chip against no store, and against one of the chip's country. */
    @Test
    void withoutATrustStoreWhoIssuedTheChipIsNotDone() {
        PassportAuthority utopia = PassportAuthority.founded("UT", NOW);
        EmrtdCard card = PassportSpecimen.modern().personalised(utopia.appoint(PassportSignature.ECDSA, NOW));
        try (Passport chip = read(card, TrustStore.NONE)) {
            Evidence evidence = Evidence.of(PRINTED, chip, Papers.TRUSTED);
            for (Subject subject : ISSUED_BY) {
                assertEquals(Optional.of(new NotDone(Gap.NO_TRUST_STORE)), evidence.of(subject), subject.name());
            }
            assertEquals(Set.of(), evidence.failed());
        }
        byte[] revoked = utopia.revocationList(List.of(), NOW, NOW.plus(Duration.ofDays(1)));
        try (Passport chip = read(card, new TrustStore(1, NOW, List.of(utopia.certificate()), List.of(revoked)))) {
            Evidence evidence = Evidence.of(PRINTED, chip, Papers.TRUSTED);
            ISSUED_BY.forEach(subject ->
                    assertEquals(Optional.of(CheckResult.PASSED), evidence.of(subject), "control: " + subject));
        }
    }

    /** A signature that does not fit its own certificate is wrong whoever the issuer is. */
    @Test
    void withoutATrustStoreAWrongSignatureIsStillWrong() {
        ChipReport wrong = new ChipReport(
                Access.PACE_MRZ,
                Papers.genuineBut(Mechanism.SECURITY_OBJECT, new Altered(Finding.SIGNATURE_WRONG)),
                Expiry.VALID,
                0);
        Passport chip = new Passport(Optional.empty(), Optional.empty(), wrong);
        assertEquals(
                Set.of(Subject.SECURITY_OBJECT),
                Evidence.of(PRINTED, chip, Papers.TRUSTED).failed());
    }

    private static Passport read(EmrtdCard card, TrustStore trust) {
        SimulatedChipTerminal terminal = new SimulatedChipTerminal(false, ChipRandom.secure());
        terminal.place(card);
        var settings = new PassportReader.Settings(AccessPolicy.PACE_ONLY, PassportReader.Settings.LONGEST);
        PassportReader reader = new PassportReader(terminal, () -> trust, settings, () -> NOW, stage -> {});
        AccessKey key = new AccessKey.MrzKey("L898902C3", "740812", "330415");
        var reading = reader.read(key, Optional.of(new PrintedZone(PassportSpecimen.ANNA)), Duration.ofSeconds(1));
        return switch (reading) {
            case Reading.Taken<Passport> taken -> taken.value();
            case Reading.Nobody<Passport> nobody -> throw new AssertionError("no chip");
            case Reading.Faulty<Passport> faulty -> throw new AssertionError(faulty.fault());
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

    /** Each fits its check digits; one field is another person's or another document's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "P<XXAERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F3304156ZE184226B<<<<<16",
                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C45UTO7408122F3304156ZE184226B<<<<<16",
                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408133F3304156ZE184226B<<<<<16",
                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122M3304156ZE184226B<<<<<16",
                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F3304163ZE184226B<<<<<16"
            })
    void aFieldThatDiffersFromTheChipsFails(String zone) {
        Passport chip = withZone(zone);
        assertEquals(CheckResult.FAILED, fields(PRINTED, chip));
    }

    @Test
    void aNameOrNationalityThatDiffersIsLeftToTheWholeText() {
        String zone = Papers.text(MrzSpecimen.PASSPORT);
        assertEquals(CheckResult.PASSED, fields(PRINTED, withZone(zone)));
        assertEquals(CheckResult.PASSED, fields(PRINTED, withZone(zone.replace("ERIKSSON", "ERICSSON"))));
        assertEquals(CheckResult.PASSED, fields(PRINTED, withZone(zone.replace("6UTO74", "6XXA74"))));
    }

    @ParameterizedTest
    @EnumSource(
            value = MrzSpecimen.class,
            names = {"PASSPORT", "PASSPORT_EXPIRED", "CARD", "CARD_LONG_NUMBER", "LARGE_CARD"})
    void aZoneAgreesWithItself(MrzSpecimen specimen) {
        assertEquals(CheckResult.PASSED, fields(Papers.zone(specimen), withZone(Papers.text(specimen))));
    }

    @Test
    void theChipConfirmsOrRefutesARepair() {
        String zone = Papers.text(MrzSpecimen.PASSPORT);
        MrzOutcome repaired = Papers.zone(zone.replace("L898902C36", "L8989O2C36"));
        assertInstanceOf(MrzOutcome.Repaired.class, repaired);
        assertEquals(CheckResult.PASSED, fields(repaired, withZone(zone)));
        assertEquals(CheckResult.FAILED, fields(repaired, withZone(zone.replace("L898902C36", "L898902D36"))));
    }

    @Test
    void whatWasNotReadIsNotCompared() {
        MrzOutcome unread = new MrzOutcome.Unreadable(Set.of(Flaw.SHAPE));
        assertEquals(new NotDone(Gap.UNREAD), fields(unread, Papers.chip(Papers.genuine())));
        ChipReport report = Papers.chip(Papers.genuine()).report();
        Passport empty = new Passport(Optional.empty(), Optional.empty(), report);
        assertEquals(new NotDone(Gap.EARLIER_STEP), fields(PRINTED, empty));
        assertEquals(
                Optional.of(new NotDone(Gap.NOTHING_TO_COMPARE)),
                Evidence.of(Papers.chip(Papers.genuine()), Papers.TRUSTED).of(Subject.ZONE_FIELDS_IN_CHIP));
    }

    private static CheckResult fields(MrzOutcome printed, Passport chip) {
        return Evidence.of(printed, chip, Papers.TRUSTED)
                .of(Subject.ZONE_FIELDS_IN_CHIP)
                .orElseThrow();
    }

    private static Passport withZone(String zone) {
        ChipReport report = Papers.chip(Papers.genuine()).report();
        return new Passport(Optional.of(new PassportFields(zone)), Optional.empty(), report);
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
