package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.passport.PassportBench.ECDSA;
import static org.waypost.drivers.passport.PassportBench.NOW;
import static org.waypost.drivers.passport.PassportBench.UTOPIA;
import static org.waypost.drivers.passport.PassportBench.assertAllGenuine;
import static org.waypost.drivers.passport.PassportBench.trusting;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.passport.Authenticity.Altered;
import org.waypost.drivers.passport.Authenticity.Cause;
import org.waypost.drivers.passport.Authenticity.Finding;
import org.waypost.drivers.passport.Authenticity.Unchecked;
import org.waypost.drivers.simulated.ChipAgreementKey;
import org.waypost.drivers.simulated.ChipCipher;
import org.waypost.drivers.simulated.ChipCurve;
import org.waypost.drivers.simulated.ChipPaceVariant;
import org.waypost.drivers.simulated.ChipQuirk;
import org.waypost.drivers.simulated.ChipRandom;
import org.waypost.drivers.simulated.ChipSigningKey;
import org.waypost.drivers.simulated.EmrtdCard;
import org.waypost.drivers.simulated.PassportAuthority;
import org.waypost.drivers.simulated.PassportFiles;
import org.waypost.drivers.simulated.PassportPicture;
import org.waypost.drivers.simulated.PassportSignature;
import org.waypost.drivers.simulated.PassportSpecimen;

/**
 * The acceptance cases of what a chip holds and who signed it, over any chip reader; those of opening a chip come from
 * {@link ChipTerminalContract}. A driver's author extends this one.
 */
public abstract class PassportContract extends ChipTerminalContract {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String EXPIRED =
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    private Passport passport(EmrtdCard card, TrustStore trust) {
        place(card);
        var reader = PassportBench.reader(terminal(), AccessPolicy.BAC_WITHOUT_PACE, trust);
        return PassportBench.taken(reader.read(PassportBench.ANNA, PassportBench.PRINTED, Duration.ofSeconds(10)));
    }

    private static EmrtdCard flipped(EmrtdCard card, int fid) {
        byte[] bytes = Objects.requireNonNull(card.files().get(fid)).clone();
        bytes[bytes.length / 2] ^= 1;
        return card.with(fid, bytes);
    }

    @Test
    void case05OneFlippedBitOfThePortrait() {
        EmrtdCard card = PassportSpecimen.modern().personalised(ECDSA);
        try (Passport passport = passport(flipped(card, EmrtdCard.dataGroup(2)))) {
            assertEquals(new Altered(Finding.DIGEST_DIFFERS), passport.report().of(Mechanism.DG2));
            assertAllGenuine(passport, Set.of(Mechanism.DG2));
            assertTrue(passport.portrait().isEmpty());
        }
    }

    @Test
    void case06AuthorityOfTheSameNameWithAnotherKey() {
        var rogue = PassportAuthority.founded("UT", NOW);
        EmrtdCard card = PassportSpecimen.modern().personalised(rogue.appoint(PassportSignature.ECDSA, NOW));
        try (Passport passport = passport(card)) {
            assertEquals(
                    new Altered(Finding.SIGNER_NOT_TRUSTED), passport.report().of(Mechanism.CHAIN));
            assertEquals(new Unchecked(Cause.EARLIER_STEP), passport.report().of(Mechanism.COUNTRY));
        }
    }

    @Test
    void case07CloneWithoutTheKeyOfChipAuthentication() {
        EmrtdCard card =
                PassportSpecimen.modern().with(ChipQuirk.WRONG_CHIP_KEY).personalised(ECDSA);
        try (Passport passport = passport(card)) {
            assertEquals(new Altered(Finding.KEY_NOT_PROVEN), passport.report().of(Mechanism.CHIP_AUTHENTICATION));
            assertTrue(passport.fields().isEmpty());
            assertTrue(passport.portrait().isEmpty());
        }
    }

    @Test
    void case08CloneWithoutTheKeyOfActiveAuthentication() {
        EmrtdCard card =
                PassportSpecimen.modern().with(ChipQuirk.WRONG_ACTIVE_KEY).personalised(ECDSA);
        try (Passport passport = passport(card)) {
            assertEquals(new Altered(Finding.KEY_NOT_PROVEN), passport.report().of(Mechanism.ACTIVE_AUTHENTICATION));
            assertAllGenuine(passport, Set.of(Mechanism.ACTIVE_AUTHENTICATION));
        }
    }

    @Test
    void case16FilesThatWereSignedButAreGone() {
        EmrtdCard whole = PassportSpecimen.modern().personalised(ECDSA);
        try (Passport passport = passport(whole.without(EmrtdCard.dataGroup(14)))) {
            assertEquals(
                    new Altered(Finding.LISTED_BUT_ABSENT), passport.report().of(Mechanism.DG14));
            assertEquals(new Unchecked(Cause.EARLIER_STEP), passport.report().of(Mechanism.CHIP_AUTHENTICATION));
        }
        try (Passport passport = passport(whole.without(EmrtdCard.dataGroup(15)))) {
            assertEquals(
                    new Altered(Finding.LISTED_BUT_ABSENT), passport.report().of(Mechanism.DG15));
            assertEquals(new Unchecked(Cause.EARLIER_STEP), passport.report().of(Mechanism.ACTIVE_AUTHENTICATION));
        }
    }

    @Test
    void case17PaceVariantThatWasNotSigned() {
        ChipPaceVariant signed = new ChipPaceVariant(ChipCipher.AES_128, ChipCurve.NIST_P256);
        EmrtdCard card = PassportSpecimen.modern()
                .personalised(ECDSA)
                .with(0x011C, PassportFiles.cardAccess(List.of(signed, BRAINPOOL)));
        try (Passport passport = passport(card)) {
            assertEquals(
                    new Altered(Finding.CARD_ACCESS_DIFFERS), passport.report().of(Mechanism.CARD_ACCESS));
        }
        EmrtdCard hidden = PassportSpecimen.modern().personalised(ECDSA).without(0x011C);
        try (Passport passport = passport(hidden)) {
            assertEquals(Access.BAC, passport.report().access());
            assertEquals(
                    new Altered(Finding.CARD_ACCESS_DIFFERS), passport.report().of(Mechanism.CARD_ACCESS));
        }
    }

    @Test
    void case21PortraitInIso39794() {
        byte[] dg2 = PassportFiles.dg2Of39794(PassportPicture.jpeg(200, 260));
        EmrtdCard card = PassportSpecimen.modern().withDg2(dg2).personalised(ECDSA);
        try (Passport passport = passport(card)) {
            assertAllGenuine(passport, Set.of());
            assertEquals(200, passport.portrait().orElseThrow().width());
        }
    }

    @Test
    void case22ZoneInTheChipIsNotThePrintedOne() {
        String other = PassportSpecimen.ANNA.replace("ANNA<MARIA", "ANNA<SOFIA");
        EmrtdCard card = PassportSpecimen.modern().with(other).personalised(ECDSA);
        try (Passport passport = passport(card)) {
            assertEquals(new Altered(Finding.ZONE_DIFFERS), passport.report().of(Mechanism.ZONE));
            assertAllGenuine(passport, Set.of(Mechanism.ZONE));
        }
    }

    @Test
    void case23PictureThatAnnouncesTooMuchIsSignedButNotDecoded() {
        PassportPicture wide = PassportPicture.jpeg(4_100, 8);
        EmrtdCard card =
                PassportSpecimen.modern().withDg2(PassportFiles.dg2(wide)).personalised(ECDSA);
        try (Passport passport = passport(card)) {
            assertAllGenuine(passport, Set.of());
            assertTrue(passport.portrait().isEmpty());
        }
    }

    @Test
    void anAlteredZoneIsNotGivenOut() {
        EmrtdCard card = PassportSpecimen.modern().personalised(ECDSA);
        try (Passport passport = passport(flipped(card, EmrtdCard.dataGroup(1)))) {
            assertEquals(new Altered(Finding.DIGEST_DIFFERS), passport.report().of(Mechanism.DG1));
            assertTrue(passport.fields().isEmpty());
            assertEquals(new Unchecked(Cause.EARLIER_STEP), passport.report().of(Mechanism.ZONE));
            assertEquals(new Unchecked(Cause.EARLIER_STEP), passport.report().of(Mechanism.COUNTRY));
            assertEquals(ChipReport.Expiry.UNKNOWN, passport.report().expiry());
        }
    }

    @Test
    void anAlteredKeyOfChipAuthenticationIsNotTried() {
        EmrtdCard card = PassportSpecimen.modern()
                .with(ChipQuirk.CHIP_AUTHENTICATION_REFUSED)
                .personalised(ECDSA);
        try (Passport passport = passport(flipped(card, EmrtdCard.dataGroup(14)))) {
            assertEquals(new Altered(Finding.DIGEST_DIFFERS), passport.report().of(Mechanism.DG14));
            assertEquals(new Unchecked(Cause.EARLIER_STEP), passport.report().of(Mechanism.CHIP_AUTHENTICATION));
            assertEquals(new Unchecked(Cause.EARLIER_STEP), passport.report().of(Mechanism.CARD_ACCESS));
        }
        try (Passport tried = passport(card)) {
            assertEquals(new Altered(Finding.PROOF_REFUSED), tried.report().of(Mechanism.CHIP_AUTHENTICATION));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 9})
    void amongSeveralKeysOfChipAuthenticationTheOneOfTheSameIdentifierCounts(int other) {
        ChipPaceVariant pace = new ChipPaceVariant(ChipCipher.AES_128, ChipCurve.NIST_P256);
        ChipRandom random = ChipRandom.secure();
        ChipAgreementKey held = ChipAgreementKey.drawn(ChipCurve.BRAINPOOL_P256, ChipCipher.AES_256, random);
        ChipAgreementKey named = ChipAgreementKey.drawn(ChipCurve.BRAINPOOL_P256, ChipCipher.TRIPLE_DES, random)
                .numbered(other);
        var keys = new EmrtdCard.EmrtdKeys(Optional.of(held), Optional.of(ChipSigningKey.ecdsa(ChipCurve.NIST_P256)));
        byte[] dg14 = PassportFiles.dg14(List.of(pace), keys, List.of(named));
        EmrtdCard card = PassportSpecimen.modern().with(keys).personalised(ECDSA, Map.of(14, dg14));
        try (Passport passport = passport(card)) {
            assertAllGenuine(passport, Set.of());
        }
    }

    @Test
    void case13AStateThatSignsForAnother() {
        PassportAuthority other = PassportAuthority.founded("XX", NOW);
        byte[] list = other.revocationList(List.of(), NOW.minus(DAY), NOW.plus(DAY));
        TrustStore trust = trusting(List.of(list), UTOPIA, other);
        EmrtdCard card = PassportSpecimen.modern().personalised(other.appoint(PassportSignature.ECDSA, NOW));
        try (Passport passport = passport(card, trust)) {
            assertEquals(
                    new Altered(Finding.COUNTRIES_DIFFER), passport.report().of(Mechanism.COUNTRY));
            assertAllGenuine(passport, Set.of(Mechanism.COUNTRY));
        }
    }

    @Test
    void case14ExpiredSignerAndExpiredAuthority() {
        var expired = UTOPIA.appoint(PassportSignature.ECDSA, NOW.minus(DAY), NOW.minusSeconds(1));
        try (Passport passport = passport(PassportSpecimen.modern().personalised(expired))) {
            assertEquals(new Altered(Finding.SIGNER_EXPIRED), passport.report().of(Mechanism.VALIDITY));
            assertAllGenuine(passport, Set.of(Mechanism.VALIDITY));
        }
        PassportAuthority old = PassportAuthority.founded("UT", NOW.minus(DAY), NOW.minusSeconds(1));
        byte[] list = old.revocationList(List.of(), NOW.minus(DAY), NOW.plus(DAY));
        EmrtdCard card = PassportSpecimen.modern().personalised(old.appoint(PassportSignature.ECDSA, NOW));
        try (Passport passport = passport(card, trusting(List.of(list), old))) {
            assertEquals(
                    new Altered(Finding.AUTHORITY_EXPIRED), passport.report().of(Mechanism.VALIDITY));
            assertAllGenuine(passport, Set.of(Mechanism.VALIDITY));
        }
    }

    @Test
    void case15RevokedMissingAndStale() {
        EmrtdCard card = PassportSpecimen.modern().personalised(ECDSA);
        byte[] revoking = UTOPIA.revocationList(List.of(ECDSA.serialNumber()), NOW.minus(DAY), NOW.plus(DAY));
        byte[] stale = UTOPIA.revocationList(List.of(), NOW.minus(DAY), NOW.minusSeconds(1));
        assertRevocation(new Altered(Finding.SIGNER_REVOKED), card, trusting(List.of(revoking), UTOPIA));
        assertRevocation(new Unchecked(Cause.NO_REVOCATION_LIST), card, trusting(UTOPIA));
        assertRevocation(new Unchecked(Cause.REVOCATION_LIST_STALE), card, trusting(List.of(stale), UTOPIA));
    }

    private void assertRevocation(Authenticity expected, EmrtdCard card, TrustStore trust) {
        try (Passport passport = passport(card, trust)) {
            assertEquals(expected, passport.report().of(Mechanism.REVOCATION));
            assertAllGenuine(passport, Set.of(Mechanism.REVOCATION));
        }
    }

    @Test
    void anExpiredDocumentIsReadAndCalledSo() {
        EmrtdCard card = PassportSpecimen.modern().with(EXPIRED).personalised(ECDSA);
        place(card);
        var key = new AccessKey.MrzKey("L898902C3", "740812", "120415");
        var reader = PassportBench.reader(terminal(), AccessPolicy.PACE_ONLY, PassportBench.usual());
        try (Passport passport =
                PassportBench.taken(reader.read(key, Optional.of(new PrintedZone(EXPIRED)), Duration.ofSeconds(10)))) {
            assertEquals(ChipReport.Expiry.EXPIRED, passport.report().expiry());
            PassportBench.assertGenuineBut(passport, Set.of());
            assertTrue(passport.portrait().isPresent());
        }
    }

    @Test
    void namesThatSignerAndAuthorityWriteInOtherOrderAndLetters() {
        var signer = UTOPIA.writtenOtherwise().appoint(PassportSignature.ECDSA, NOW);
        for (var named : List.of(signer, signer.namedByKey())) {
            try (Passport passport = passport(PassportSpecimen.modern().personalised(named))) {
                assertAllGenuine(passport, Set.of());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void case23HeadersThatAnnounceMoreThanTenMegapixels(boolean jpeg2000) {
        PassportPicture honest = jpeg2000 ? PassportPicture.jp2(96, 128) : PassportPicture.jpeg(96, 128);
        for (boolean boasting : new boolean[] {true, false}) {
            PassportPicture picture = boasting ? PictureEdits.announcing(honest, 3_600, 3_000) : honest;
            EmrtdCard card = PassportSpecimen.modern()
                    .withDg2(PassportFiles.dg2(picture))
                    .personalised(ECDSA);
            try (Passport passport = passport(card)) {
                assertAllGenuine(passport, Set.of());
                assertEquals(boasting, passport.portrait().isEmpty());
            }
        }
    }
}
