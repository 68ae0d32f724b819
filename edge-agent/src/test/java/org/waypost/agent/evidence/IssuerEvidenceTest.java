package org.waypost.agent.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waypost.agent.evidence.CheckResult.Gap;
import org.waypost.agent.evidence.CheckResult.NotDone;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.mrz.MrzOutcome;
import org.waypost.drivers.passport.Access;
import org.waypost.drivers.passport.AccessKey;
import org.waypost.drivers.passport.AccessPolicy;
import org.waypost.drivers.passport.Authenticity.Altered;
import org.waypost.drivers.passport.Authenticity.Finding;
import org.waypost.drivers.passport.ChipReport;
import org.waypost.drivers.passport.ChipReport.Expiry;
import org.waypost.drivers.passport.Mechanism;
import org.waypost.drivers.passport.Passport;
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

class IssuerEvidenceTest {
    private static final Instant NOW =
            Papers.TODAY.atTime(12, 0).atZone(Papers.ZONE).toInstant();
    private static final MrzOutcome PRINTED = Papers.zone(MrzSpecimen.PASSPORT);

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
}
