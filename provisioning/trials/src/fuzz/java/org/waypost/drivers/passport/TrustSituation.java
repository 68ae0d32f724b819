package org.waypost.drivers.passport;

import static org.waypost.drivers.fuzz.Finding.unless;
import static org.waypost.drivers.passport.Authenticity.GENUINE;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.drivers.passport.Authenticity.Altered;
import org.waypost.drivers.passport.Authenticity.Cause;
import org.waypost.drivers.passport.Authenticity.Finding;
import org.waypost.drivers.passport.Authenticity.Unchecked;
import org.waypost.drivers.simulated.PassportAuthority;
import org.waypost.drivers.simulated.PassportSignature;
import org.waypost.drivers.simulated.PassportSigner;
import org.waypost.drivers.simulated.PassportSpecimen;

/** What a terminal knows when it judges a sound security object, and what it must then say. */
record TrustSituation(
        TrustStore store,
        Instant now,
        Optional<PassportFields> fields,
        Authenticity chain,
        Authenticity countries,
        Authenticity validity,
        Authenticity revocation) {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(1_000));
    private static final Instant MUCH_LATER = NOW.plus(Duration.ofDays(4_000));
    private static final PassportAuthority UTOPIA = PassportAuthority.founded("UT", NOW.minusSeconds(60), LATER);
    private static final PassportAuthority RIVAL = PassportAuthority.founded("UT", NOW);
    private static final PassportSigner SIGNER =
            UTOPIA.appoint(PassportSignature.ECDSA, NOW.minusSeconds(60), MUCH_LATER);
    private static final byte[] FILE = SIGNER.securityObject(Map.of(1, new byte[] {0x61, 0}, 2, new byte[] {0x75, 0}));
    private static final Optional<PassportFields> ANNA = PassportFields.of(PassportSpecimen.ANNA);
    private static final Optional<PassportFields> GERMAN =
            PassportFields.of(PassportSpecimen.ANNA.replace("P<UTO", "P<D<<"));
    private static final Optional<PassportFields> STATELESS =
            PassportFields.of(PassportSpecimen.ANNA.replace("P<UTO", "P<XXA"));
    private static final Unchecked EARLIER = new Unchecked(Cause.EARLIER_STEP);
    private static final Altered DIFFER = new Altered(Finding.COUNTRIES_DIFFER);

    private static final List<TrustSituation> ALL = List.of(
            new TrustSituation(knowing(list(NOW, 30)), NOW, ANNA, GENUINE, GENUINE, GENUINE, GENUINE),
            new TrustSituation(knowing(list(NOW, 30)), NOW, GERMAN, GENUINE, DIFFER, GENUINE, GENUINE),
            new TrustSituation(knowing(list(NOW, 30)), NOW, STATELESS, GENUINE, DIFFER, GENUINE, GENUINE),
            new TrustSituation(knowing(list(NOW, 30)), NOW, Optional.empty(), GENUINE, EARLIER, GENUINE, GENUINE),
            new TrustSituation(
                    knowing(), NOW, ANNA, GENUINE, GENUINE, GENUINE, new Unchecked(Cause.NO_REVOCATION_LIST)),
            new TrustSituation(
                    knowing(new byte[3]),
                    NOW,
                    ANNA,
                    GENUINE,
                    GENUINE,
                    GENUINE,
                    new Unchecked(Cause.NO_REVOCATION_LIST)),
            new TrustSituation(
                    knowing(list(NOW, -1)),
                    NOW,
                    ANNA,
                    GENUINE,
                    GENUINE,
                    GENUINE,
                    new Unchecked(Cause.REVOCATION_LIST_STALE)),
            new TrustSituation(
                    knowing(revoking()), NOW, ANNA, GENUINE, GENUINE, GENUINE, new Altered(Finding.SIGNER_REVOKED)),
            new TrustSituation(
                    knowing(list(NOW, 3_000)),
                    LATER.plusSeconds(60),
                    ANNA,
                    GENUINE,
                    GENUINE,
                    new Altered(Finding.AUTHORITY_EXPIRED),
                    GENUINE),
            new TrustSituation(
                    knowing(list(NOW, 9_000)),
                    MUCH_LATER.plusSeconds(60),
                    ANNA,
                    GENUINE,
                    GENUINE,
                    new Altered(Finding.SIGNER_EXPIRED),
                    GENUINE),
            new TrustSituation(
                    of(List.of(RIVAL.certificate(), new byte[2]), List.of()),
                    NOW,
                    ANNA,
                    new Altered(Finding.SIGNER_NOT_TRUSTED),
                    EARLIER,
                    EARLIER,
                    EARLIER),
            new TrustSituation(
                    of(List.of(), List.of()),
                    NOW,
                    ANNA,
                    new Unchecked(Cause.COUNTRY_UNKNOWN),
                    EARLIER,
                    EARLIER,
                    EARLIER));

    private static TrustStore knowing(byte[]... lists) {
        return of(List.of(UTOPIA.certificate()), List.of(lists));
    }

    private static TrustStore of(List<byte[]> certificates, List<byte[]> lists) {
        return new TrustStore(1, NOW, certificates, lists);
    }

    private static byte[] list(Instant from, int days) {
        return UTOPIA.revocationList(
                List.of(BigInteger.TEN.pow(30)), from.minusSeconds(90_000), from.plus(Duration.ofDays(days)));
    }

    private static byte[] revoking() {
        return UTOPIA.revocationList(List.of(SIGNER.serialNumber()), NOW.minusSeconds(60), NOW.plusSeconds(60));
    }

    /** Judges the security object in one of the situations. */
    static void judge(int index) {
        TrustSituation situation = ALL.get(index % ALL.size());
        SecurityObject object = SecurityObject.of(FILE).orElseThrow();
        var passive = new PassiveAuthentication(situation.store, InstantSource.fixed(situation.now), object);
        unless(passive.signature().equals(GENUINE), "a security object as signed holds");
        unless(passive.chain().equals(situation.chain), "a signer is trusted exactly if its authority is known");
        unless(passive.countries(situation.fields).equals(situation.countries), "countries agree or differ");
        unless(passive.validity().equals(situation.validity), "certificates are valid from and until");
        unless(passive.revocation().equals(situation.revocation), "a revocation counts, its absence if fresh");
    }
}
