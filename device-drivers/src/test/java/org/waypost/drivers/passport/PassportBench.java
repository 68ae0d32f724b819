package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.simulated.PassportAuthority;
import org.waypost.drivers.simulated.PassportSignature;
import org.waypost.drivers.simulated.PassportSigner;
import org.waypost.drivers.simulated.PassportSpecimen;

/** An invented state, the clock of the tests, and a reader that trusts that state. */
final class PassportBench {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOW);
    static final PassportAuthority UTOPIA = PassportAuthority.founded("UT", NOW);
    static final PassportSigner ECDSA = UTOPIA.appoint(PassportSignature.ECDSA, NOW);
    static final PassportSigner RSA = UTOPIA.appoint(PassportSignature.RSA, NOW);
    static final PassportSigner RSA_PSS = UTOPIA.appoint(PassportSignature.RSA_PSS, NOW);
    static final AccessKey.MrzKey ANNA = new AccessKey.MrzKey("L898902C3", "740812", "330415");
    static final AccessKey.Can CAN = new AccessKey.Can(PassportSpecimen.CAN);
    static final Optional<PrintedZone> PRINTED = Optional.of(new PrintedZone(PassportSpecimen.ANNA));

    /** What an old chip does not have. */
    static final Set<Mechanism> OF_THE_CHIP = Set.of(
            Mechanism.DG14,
            Mechanism.DG15,
            Mechanism.CARD_ACCESS,
            Mechanism.CHIP_AUTHENTICATION,
            Mechanism.ACTIVE_AUTHENTICATION);

    private PassportBench() {}

    static TrustStore trusting(PassportAuthority... authorities) {
        return trusting(List.of(), authorities);
    }

    static TrustStore trusting(List<byte[]> revocations, PassportAuthority... authorities) {
        var certificates = List.of(authorities).stream()
                .map(PassportAuthority::certificate)
                .toList();
        return new TrustStore(1, NOW, certificates, revocations);
    }

    static byte[] freshList() {
        return UTOPIA.revocationList(List.of(), NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(30)));
    }

    /** Utopia with a fresh list of revocations. */
    static TrustStore usual() {
        return trusting(List.of(freshList()), UTOPIA);
    }

    static PassportReader reader(ChipTerminal terminal, AccessPolicy policy, TrustStore trust) {
        var settings = new PassportReader.Settings(policy, Duration.ofSeconds(20));
        return new PassportReader(terminal, () -> trust, settings, CLOCK, stage -> {});
    }

    static Reading<Passport> read(ChipTerminal terminal, AccessKey key, AccessPolicy policy) {
        return reader(terminal, policy, usual()).read(key, PRINTED, Duration.ofSeconds(10));
    }

    static Passport taken(Reading<Passport> reading) {
        return switch (reading) {
            case Reading.Taken<Passport> taken -> taken.value();
            case Reading.Nobody<Passport> nobody -> fail("nobody");
            case Reading.Faulty<Passport> faulty -> fail(faulty.fault().name());
        };
    }

    static void assertFault(Fault fault, Reading<Passport> reading) {
        assertEquals(new Reading.Faulty<Passport>(fault), reading);
    }

    static void assertAllGenuine(Passport passport, Set<Mechanism> but) {
        assertGenuineBut(passport, but);
        assertEquals(ChipReport.Expiry.VALID, passport.report().expiry());
    }

    static void assertGenuineBut(Passport passport, Set<Mechanism> but) {
        for (Mechanism mechanism : Mechanism.values()) {
            if (!but.contains(mechanism)) {
                assertEquals(Authenticity.GENUINE, passport.report().of(mechanism), mechanism.name());
            }
        }
    }
}
