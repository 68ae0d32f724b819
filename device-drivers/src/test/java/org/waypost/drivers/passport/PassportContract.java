package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.passport.Authenticity.GENUINE;
import static org.waypost.drivers.passport.PassportBench.ANNA;
import static org.waypost.drivers.passport.PassportBench.CAN;
import static org.waypost.drivers.passport.PassportBench.ECDSA;
import static org.waypost.drivers.passport.PassportBench.NOW;
import static org.waypost.drivers.passport.PassportBench.UTOPIA;
import static org.waypost.drivers.passport.PassportBench.assertAllGenuine;
import static org.waypost.drivers.passport.PassportBench.assertFault;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
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
import org.waypost.drivers.simulated.EmrtdApplet;
import org.waypost.drivers.simulated.EmrtdCard;
import org.waypost.drivers.simulated.PassportFiles;
import org.waypost.drivers.simulated.PassportPicture;
import org.waypost.drivers.simulated.PassportSignature;
import org.waypost.drivers.simulated.PassportSpecimen;

/** The acceptance cases that hold on every link to a chip. The numbers are those of the acceptance list. */
abstract class PassportContract {
    private static final ChipPaceVariant BRAINPOOL = new ChipPaceVariant(ChipCipher.AES_256, ChipCurve.BRAINPOOL_P384);

    /** Lays a card on the link's reader, in place of one that lies there. */
    abstract void place(EmrtdCard card);

    abstract ChipTerminal terminal();

    /** The chip as it was last powered. */
    abstract EmrtdApplet applet();

    private Reading<Passport> read(EmrtdCard card, AccessKey key, AccessPolicy policy) {
        place(card);
        return PassportBench.read(terminal(), key, policy);
    }

    private Passport passport(EmrtdCard card) {
        return PassportBench.taken(read(card, ANNA, AccessPolicy.BAC_WITHOUT_PACE));
    }

    private static PassportPicture filledTo(int fileLength) {
        PassportPicture picture = PassportPicture.jpeg(240, 320);
        int overhead = PassportFiles.dg2(picture.filledTo(60_000)).length - 60_000;
        return picture.filledTo(fileLength - overhead);
    }

    private static EmrtdCard withDg2Of(int length) {
        byte[] dg2 = PassportFiles.dg2(filledTo(length));
        assertEquals(length, dg2.length);
        return PassportSpecimen.modern().withDg2(dg2).personalised(ECDSA);
    }

    private static EmrtdCard flipped(EmrtdCard card, int fid) {
        byte[] bytes = Objects.requireNonNull(card.files().get(fid)).clone();
        bytes[bytes.length / 2] ^= 1;
        return card.with(fid, bytes);
    }

    @Test
    void case01PaceChipAndActiveAuthentication() {
        EmrtdCard card = PassportSpecimen.modern().personalised(ECDSA);
        try (Passport passport = PassportBench.taken(read(card, ANNA, AccessPolicy.PACE_ONLY))) {
            assertEquals(Access.PACE_MRZ, passport.report().access());
            assertAllGenuine(passport, Set.of());
            assertEquals(PassportSpecimen.ANNA, passport.fields().orElseThrow().zone());
            assertEquals(240, passport.portrait().orElseThrow().width());
        }
    }

    @Test
    void case02PaceByCanWithJp2AndAnRsaSignatureUnderAnEcdsaAuthority() {
        EmrtdCard card = PassportSpecimen.modern()
                .with(BRAINPOOL)
                .withDg2(PassportFiles.dg2(PassportPicture.jp2(240, 320)))
                .personalised(PassportBench.RSA);
        try (Passport passport = PassportBench.taken(read(card, CAN, AccessPolicy.PACE_ONLY))) {
            assertEquals(Access.PACE_CAN, passport.report().access());
            assertAllGenuine(passport, Set.of());
            assertEquals(320, passport.portrait().orElseThrow().height());
        }
    }

    @Test
    void case03BacOnlyWithRsaPss() {
        EmrtdCard card = PassportSpecimen.old().personalised(PassportBench.RSA_PSS);
        try (Passport passport = passport(card)) {
            assertEquals(Access.BAC, passport.report().access());
            for (Mechanism none : PassportBench.OF_THE_CHIP) {
                assertEquals(
                        new Unchecked(Cause.NOT_SUPPORTED), passport.report().of(none), none.name());
            }
            assertAllGenuine(passport, PassportBench.OF_THE_CHIP);
            assertTrue(passport.portrait().isPresent());
        }
    }

    @Test
    void case04BacThenChipAndActiveAuthentication() {
        var keys = new EmrtdCard.EmrtdKeys(
                Optional.of(ChipAgreementKey.drawn(ChipCurve.NIST_P256, ChipCipher.TRIPLE_DES, ChipRandom.secure())),
                Optional.of(ChipSigningKey.rsa()));
        EmrtdCard card = PassportSpecimen.modern().withoutPace().with(keys).personalised(ECDSA);
        try (Passport passport = passport(card)) {
            assertEquals(Access.BAC, passport.report().access());
            assertAllGenuine(passport, Set.of());
        }
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
        var rogue = org.waypost.drivers.simulated.PassportAuthority.founded("UT", NOW);
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
    void case09WrongKeyOnPace() {
        var wrong = new AccessKey.MrzKey("L898902C4", "740812", "330415");
        EmrtdCard card = PassportSpecimen.modern().personalised(ECDSA);
        assertFault(Fault.CARD_NOT_AUTHENTICATED, read(card, wrong, AccessPolicy.PACE_ONLY));
        assertFault(
                Fault.CARD_NOT_AUTHENTICATED,
                read(card, new AccessKey.Can("000000"), AccessPolicy.BAC_AFTER_FAILED_PACE));
        assertFalse(applet().selected().contains(EmrtdCard.dataGroup(1)));
    }

    @Test
    void case10WrongKeyOnBac() {
        var wrong = new AccessKey.MrzKey("L898902C3", "740812", "330416");
        EmrtdCard card = PassportSpecimen.old().personalised(ECDSA);
        assertFault(Fault.CARD_NOT_AUTHENTICATED, read(card, wrong, AccessPolicy.BAC_WITHOUT_PACE));
        assertFalse(applet().selected().contains(EmrtdCard.dataGroup(1)));
    }

    @Test
    void case11PortraitOf50And124Kilobytes() {
        try (Passport passport = passport(withDg2Of(50_000))) {
            assertAllGenuine(passport, Set.of());
            assertTrue(passport.portrait().isPresent());
        }
        PassportPicture large = PassportPicture.jpeg(240, 320).filledTo(124_000);
        EmrtdCard card =
                PassportSpecimen.modern().withDg2(PassportFiles.dg2(large)).personalised(ECDSA);
        try (Passport passport = passport(card)) {
            assertEquals(new Unchecked(Cause.FILE_TOO_LARGE), passport.report().of(Mechanism.DG2));
            assertTrue(passport.portrait().isEmpty());
            assertTrue(passport.fields().isPresent());
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
    void case18BacAfterFailedPaceOnlyByTheOperatorsSetting() {
        EmrtdCard card = PassportSpecimen.modern().with(ChipQuirk.PACE_FAILS).personalised(ECDSA);
        assertFault(Fault.CARD_NOT_AUTHENTICATED, read(card, ANNA, AccessPolicy.PACE_ONLY));
        assertFault(Fault.CARD_NOT_AUTHENTICATED, read(card, ANNA, AccessPolicy.BAC_WITHOUT_PACE));
        try (Passport passport = PassportBench.taken(read(card, ANNA, AccessPolicy.BAC_AFTER_FAILED_PACE))) {
            assertEquals(Access.BAC_AFTER_FAILED_PACE, passport.report().access());
            assertAllGenuine(passport, Set.of());
        }
        EmrtdCard old = PassportSpecimen.old().personalised(ECDSA);
        assertFault(Fault.CARD_UNKNOWN, read(old, ANNA, AccessPolicy.PACE_ONLY));
    }

    @Test
    void case19EmptyAnswersToReadBinaryEnd() {
        EmrtdCard card = PassportSpecimen.modern().with(ChipQuirk.EMPTY_READS).personalised(ECDSA);
        assertFault(Fault.CARD_UNREADABLE, read(card, ANNA, AccessPolicy.PACE_ONLY));
    }

    @Test
    void case20FilesAtTheLimit() {
        try (Passport passport = passport(withDg2Of(65_535))) {
            assertEquals(GENUINE, passport.report().of(Mechanism.DG2));
            assertTrue(passport.portrait().isPresent());
        }
        byte[] tooLong = new byte[65_536];
        System.arraycopy(new byte[] {0x75, (byte) 0x82, (byte) 0xFF, (byte) 0xFC}, 0, tooLong, 0, 4);
        EmrtdCard card = PassportSpecimen.modern().withDg2(tooLong).personalised(ECDSA);
        try (Passport passport = passport(card)) {
            assertEquals(new Unchecked(Cause.FILE_TOO_LARGE), passport.report().of(Mechanism.DG2));
            assertTrue(passport.portrait().isEmpty());
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
    void neverAsksForAnyOtherFile() {
        try (Passport passport = passport(PassportSpecimen.modern().personalised(ECDSA))) {
            assertTrue(passport.portrait().isPresent());
        }
        Set<Integer> allowed = Set.of(0x011C, 0x011D, 0x0101, 0x0102, 0x010E, 0x010F);
        assertTrue(allowed.containsAll(applet().selected()), "selected " + applet().selected());
    }

    @Test
    void anEmptyReaderIsNobody() {
        assertInstanceOf(
                Reading.Nobody.class,
                PassportBench.reader(terminal(), AccessPolicy.PACE_ONLY, PassportBench.trusting(UTOPIA))
                        .read(ANNA, Optional.empty(), java.time.Duration.ofMillis(50)));
    }
}
