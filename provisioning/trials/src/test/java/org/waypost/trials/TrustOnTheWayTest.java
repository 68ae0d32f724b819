package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.trust.TrustCopy;
import org.waypost.agent.trust.TrustTaken;
import org.waypost.contract.KeyFile;
import org.waypost.contract.Signer;
import org.waypost.contract.Verifier;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.passport.AccessKey;
import org.waypost.drivers.passport.AccessPolicy;
import org.waypost.drivers.passport.Authenticity;
import org.waypost.drivers.passport.Authenticity.Altered;
import org.waypost.drivers.passport.Authenticity.Finding;
import org.waypost.drivers.passport.Authenticity.Unchecked;
import org.waypost.drivers.passport.Mechanism;
import org.waypost.drivers.passport.Passport;
import org.waypost.drivers.passport.PassportReader;
import org.waypost.drivers.simulated.ChipRandom;
import org.waypost.drivers.simulated.EmrtdCard;
import org.waypost.drivers.simulated.PassportAuthority;
import org.waypost.drivers.simulated.PassportSignature;
import org.waypost.drivers.simulated.PassportSigner;
import org.waypost.drivers.simulated.PassportSpecimen;
import org.waypost.drivers.simulated.SimulatedChipTerminal;
import org.waypost.hub.listing.IssuedFile;
import org.waypost.hub.trust.TrustListing;

/** From a country's published list through the hub's own issuing to what a terminal says of a chip. */
class TrustOnTheWayTest {
    private static final Instant NOW = Instant.parse("2026-11-29T04:00:00Z");
    private static final PassportAuthority UTOPIA = PassportAuthority.founded("UT", NOW);
    private static final PassportSigner SIGNER = UTOPIA.appoint(PassportSignature.ECDSA, NOW);
    private static final EmrtdCard CARD = PassportSpecimen.modern().personalised(SIGNER);

    @TempDir
    private Path folder = Path.of("unset");

    private final AtomicLong numbers = new AtomicLong();
    private final KeysetHandle key;
    private final TrustListing hub;
    private TrustCopy terminal;

    TrustOnTheWayTest() throws GeneralSecurityException {
        key = KeyFile.newSigningKey();
        hub = new TrustListing(
                (issued, entries) -> numbers.incrementAndGet(), new Signer(key), InstantSource.fixed(NOW));
        terminal = terminal();
    }

    @BeforeEach
    void start() throws GeneralSecurityException {
        terminal = terminal();
    }

    private TrustCopy terminal() throws GeneralSecurityException {
        return new TrustCopy(folder.resolve("trust.json"), new Verifier(key.getPublicKeysetHandle()));
    }

    private TrustTaken issued(PassportAuthority country, byte[]... revocationLists) throws IOException {
        Path list = Files.write(folder.resolve("country.ml"), country.masterList(List.of(country.certificate())));
        Path issuer = Files.write(folder.resolve("country.cer"), country.certificate());
        Path out = folder.resolve("offered.json");
        List<Path> revoked = revocationLists.length == 0
                ? List.of()
                : List.of(Files.write(folder.resolve("country.crl"), revocationLists[0]));
        assertInstanceOf(
                TrustListing.Issued.class,
                hub.issue(List.of(new TrustListing.Pinned(list, issuer)), revoked, new IssuedFile(out)));
        return terminal.apply(out);
    }

    private Authenticity read(Mechanism mechanism) {
        SimulatedChipTerminal reader = new SimulatedChipTerminal(false, ChipRandom.secure());
        reader.place(CARD);
        var settings = new PassportReader.Settings(AccessPolicy.PACE_ONLY, PassportReader.Settings.LONGEST);
        var reading = new PassportReader(reader, terminal, settings, InstantSource.fixed(NOW), stage -> {})
                .read(new AccessKey.MrzKey("L898902C3", "740812", "330415"), Optional.empty(), Duration.ofSeconds(1));
        return switch (reading) {
            case Reading.Taken<Passport> taken -> {
                try (Passport chip = taken.value()) {
                    yield chip.report().of(mechanism);
                }
            }
            case Reading.Nobody<Passport> nobody -> throw new AssertionError("no chip");
            case Reading.Faulty<Passport> faulty -> throw new AssertionError(faulty.fault());
        };
    }

    @Test
    void aListThatTheHubIssuedLetsATerminalKnowTheSigner() throws IOException {
        assertEquals(new Unchecked(Authenticity.Cause.COUNTRY_UNKNOWN), read(Mechanism.CHAIN), "control: no store");
        assertEquals(new TrustTaken.InUse(1, 1), issued(UTOPIA));
        assertEquals(Authenticity.GENUINE, read(Mechanism.CHAIN));
        byte[] revoked = UTOPIA.revocationList(List.of(SIGNER.serialNumber()), NOW, NOW.plus(Duration.ofDays(1)));
        assertEquals(new TrustTaken.InUse(2, 1), issued(UTOPIA, revoked), "taken while the reader is in use");
        assertEquals(new Altered(Finding.SIGNER_REVOKED), read(Mechanism.REVOCATION));
    }

    @Test
    void anotherAuthorityOfTheSameNameIsNotTheSigners() throws IOException {
        issued(PassportAuthority.founded("UT", NOW));
        assertEquals(new Altered(Finding.SIGNER_NOT_TRUSTED), read(Mechanism.CHAIN));
    }
}
