package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.passport.Authenticity.GENUINE;
import static org.waypost.drivers.passport.PassportBench.CLOCK;
import static org.waypost.drivers.passport.PassportBench.ECDSA;
import static org.waypost.drivers.passport.PassportBench.NOW;
import static org.waypost.drivers.passport.PassportBench.UTOPIA;
import static org.waypost.drivers.passport.PassportBench.trusting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.drivers.passport.Authenticity.Altered;
import org.waypost.drivers.passport.Authenticity.Cause;
import org.waypost.drivers.passport.Authenticity.Finding;
import org.waypost.drivers.passport.Authenticity.Unchecked;
import org.waypost.drivers.simulated.PassportAuthority;
import org.waypost.drivers.simulated.PassportFiles;
import org.waypost.drivers.simulated.PassportSignature;
import org.waypost.drivers.simulated.PassportSigner;
import org.waypost.drivers.simulated.PassportSpecimen;

/** The checks on bytes alone; numbers are those of the acceptance list. */
class PassiveAuthenticationTest {
    private static final byte[] DG1 = PassportFiles.dg1(PassportSpecimen.ANNA);
    private static final Optional<PassportFields> FIELDS = Optional.of(new PassportFields(PassportSpecimen.ANNA));
    private static final byte[] EMPTY_DG2 = {0x75, 0};
    private static final Duration YEAR = Duration.ofDays(365);

    private static PassiveAuthentication of(PassportSigner signer, TrustStore trust) {
        byte[] file = signer.securityObject(Map.of(1, DG1, 2, EMPTY_DG2));
        return new PassiveAuthentication(trust, CLOCK, SecurityObject.of(file).orElseThrow());
    }

    private static byte[] list(List<java.math.BigInteger> revoked, Instant next) {
        return UTOPIA.revocationList(revoked, NOW.minus(YEAR), next);
    }

    @ParameterizedTest
    @EnumSource
    void everySchemeAndBothWaysOfNamingTheSigner(PassportSignature scheme) {
        PassportSigner signer = UTOPIA.appoint(scheme, NOW);
        assertEquals(GENUINE, of(signer, trusting(UTOPIA)).signature());
        assertEquals(GENUINE, of(signer.namedByKey(), trusting(UTOPIA)).signature());
        assertEquals(GENUINE, of(signer.namedByKey(), trusting(UTOPIA)).chain());
    }

    @Test
    void aChangedSecurityObjectIsNotSigned() {
        byte[] file = ECDSA.securityObject(Map.of(1, DG1, 2, EMPTY_DG2));
        byte[] digest = java.util.Arrays.copyOf(sha256(DG1), 8);
        int at = indexOf(file, digest);
        file[at] ^= 1;
        SecurityObject changed = SecurityObject.of(file).orElseThrow();
        assertFalse(changed.signatureHolds());
        assertFalse(changed.holds(EmrtdFile.DG1, DG1));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not there");
    }

    @Test
    void theDigestIsOfTheBytesAsRead() {
        SecurityObject object = SecurityObject.of(ECDSA.securityObject(Map.of(1, DG1, 2, EMPTY_DG2)))
                .orElseThrow();
        assertTrue(object.holds(EmrtdFile.DG1, DG1));
        assertFalse(object.holds(EmrtdFile.DG1, java.util.Arrays.copyOf(DG1, DG1.length + 1)));
        assertFalse(object.holds(EmrtdFile.DG2, DG1));
    }

    @Test
    void case06TwoAuthoritiesOfOneNameAndTheKeyDecides() {
        PassportAuthority renewed = PassportAuthority.founded("UT", NOW);
        PassportAuthority rogue = PassportAuthority.founded("UT", NOW);
        TrustStore trust = trusting(UTOPIA, renewed);
        assertEquals(
                GENUINE,
                of(renewed.appoint(PassportSignature.ECDSA, NOW), trust).chain());
        assertEquals(
                new Altered(Finding.SIGNER_NOT_TRUSTED),
                of(rogue.appoint(PassportSignature.ECDSA, NOW), trust).chain());
    }

    @Test
    void aCountryWithoutKeysInTheStoreIsAMissingAnswer() {
        PassiveAuthentication passive = of(ECDSA, trusting(PassportAuthority.founded("XX", NOW)));
        assertEquals(new Unchecked(Cause.COUNTRY_UNKNOWN), passive.chain());
        assertEquals(new Unchecked(Cause.EARLIER_STEP), passive.countries(FIELDS));
        assertEquals(new Unchecked(Cause.EARLIER_STEP), passive.revocation());
    }

    @Test
    void case13SignerOfAnotherCountryThanTheZone() {
        PassportAuthority other = PassportAuthority.founded("XX", NOW);
        PassiveAuthentication passive = of(other.appoint(PassportSignature.ECDSA, NOW), trusting(UTOPIA, other));
        assertEquals(GENUINE, passive.chain());
        assertEquals(new Altered(Finding.COUNTRIES_DIFFER), passive.countries(FIELDS));
        assertEquals(GENUINE, of(ECDSA, trusting(UTOPIA, other)).countries(FIELDS));
    }

    @Test
    void case14ExpiredSignerAndExpiredAuthority() {
        PassportSigner expired = UTOPIA.appoint(PassportSignature.ECDSA, NOW.minus(YEAR), NOW.minusSeconds(1));
        assertEquals(
                new Altered(Finding.SIGNER_EXPIRED),
                of(expired, trusting(UTOPIA)).validity());
        PassportAuthority old = PassportAuthority.founded("UT", NOW.minus(YEAR), NOW.minusSeconds(1));
        assertEquals(
                new Altered(Finding.AUTHORITY_EXPIRED),
                of(old.appoint(PassportSignature.ECDSA, NOW), trusting(old)).validity());
    }

    @Test
    void case15RevokedMissingAndStale() {
        Instant later = NOW.plus(YEAR);
        var revoked = List.of(ECDSA.serialNumber());
        assertEquals(
                GENUINE,
                of(ECDSA, trusting(List.of(list(List.of(), later)), UTOPIA)).revocation());
        assertEquals(
                new Altered(Finding.SIGNER_REVOKED),
                of(ECDSA, trusting(List.of(list(revoked, later)), UTOPIA)).revocation());
        assertEquals(
                new Unchecked(Cause.NO_REVOCATION_LIST),
                of(ECDSA, trusting(UTOPIA)).revocation());
        assertEquals(
                new Unchecked(Cause.REVOCATION_LIST_STALE),
                of(ECDSA, trusting(List.of(list(List.of(), NOW.minusSeconds(1))), UTOPIA))
                        .revocation());
        assertEquals(
                new Altered(Finding.SIGNER_REVOKED),
                of(ECDSA, trusting(List.of(list(revoked, NOW.minusSeconds(1))), UTOPIA))
                        .revocation());
    }

    @Test
    void aRevocationListThatTheCountryDidNotSignDoesNotCount() {
        byte[] forged = PassportAuthority.founded("UT", NOW)
                .revocationList(List.of(ECDSA.serialNumber()), NOW.minus(YEAR), NOW.plus(YEAR));
        assertEquals(
                new Unchecked(Cause.NO_REVOCATION_LIST),
                of(ECDSA, trusting(List.of(forged), UTOPIA)).revocation());
    }

    @ParameterizedTest
    @CsvSource({"D,DE", "GBD,GB", "GBS,GB", "UNO,UN", "EUE,EU", "CHN,CN", "FRA,FR", "UTO,UT"})
    void mapsTheIssuingState(String zone, String country) {
        assertEquals(Optional.of(country), IssuingState.countryOf(zone));
    }

    @Test
    void aStateThatNobodyIsMapsToNone() {
        assertTrue(IssuingState.countryOf("QQQ").isEmpty());
        assertTrue(IssuingState.countryOf("").isEmpty());
    }
}
