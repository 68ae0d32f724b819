package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.passport.Authenticity.GENUINE;
import static org.waypost.drivers.passport.PassportBench.ANNA;
import static org.waypost.drivers.passport.PassportBench.CAN;
import static org.waypost.drivers.passport.PassportBench.ECDSA;
import static org.waypost.drivers.passport.PassportBench.UTOPIA;
import static org.waypost.drivers.passport.PassportBench.assertAllGenuine;
import static org.waypost.drivers.passport.PassportBench.assertFault;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.passport.Authenticity.Cause;
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
import org.waypost.drivers.simulated.PassportSpecimen;

/**
 * What every chip reader keeps, whatever it stands behind, and the acceptance cases of opening a chip and reading its
 * files over it; the numbers are those of the acceptance list. {@link PassportContract} adds those of content and
 * trust.
 */
public abstract class ChipTerminalContract {
    static final ChipPaceVariant BRAINPOOL = new ChipPaceVariant(ChipCipher.AES_256, ChipCurve.BRAINPOOL_P384);

    /** Lays a card on the reader, in place of one that lies there. */
    protected abstract void place(EmrtdCard card);

    /** The card that lies there is taken away after so many more answers. */
    protected abstract void liftAfter(int answers);

    /** The card that lies there stays, but does not answer any more. */
    protected abstract void fallSilent();

    protected abstract ChipTerminal terminal();

    /** The chip as it was last powered. */
    protected abstract EmrtdApplet applet();

    Reading<Passport> readFrom(EmrtdCard card, AccessKey key, AccessPolicy policy) {
        place(card);
        return PassportBench.read(terminal(), key, policy);
    }

    Passport passport(EmrtdCard card) {
        return PassportBench.taken(readFrom(card, ANNA, AccessPolicy.BAC_WITHOUT_PACE));
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

    @Test
    void case01PaceChipAndActiveAuthentication() {
        EmrtdCard card = PassportSpecimen.modern().personalised(ECDSA);
        try (Passport passport = PassportBench.taken(readFrom(card, ANNA, AccessPolicy.PACE_ONLY))) {
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
        try (Passport passport = PassportBench.taken(readFrom(card, CAN, AccessPolicy.PACE_ONLY))) {
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
    void case09WrongKeyOnPace() {
        var wrong = new AccessKey.MrzKey("L898902C4", "740812", "330415");
        EmrtdCard card = PassportSpecimen.modern().personalised(ECDSA);
        assertFault(Fault.CARD_NOT_AUTHENTICATED, readFrom(card, wrong, AccessPolicy.PACE_ONLY));
        assertFault(
                Fault.CARD_NOT_AUTHENTICATED,
                readFrom(card, new AccessKey.Can("000000"), AccessPolicy.BAC_AFTER_FAILED_PACE));
        assertFalse(applet().selected().contains(EmrtdCard.dataGroup(1)));
    }

    @Test
    void case10WrongKeyOnBac() {
        var wrong = new AccessKey.MrzKey("L898902C3", "740812", "330416");
        EmrtdCard card = PassportSpecimen.old().personalised(ECDSA);
        assertFault(Fault.CARD_NOT_AUTHENTICATED, readFrom(card, wrong, AccessPolicy.BAC_WITHOUT_PACE));
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
    void case18BacAfterFailedPaceOnlyByTheOperatorsSetting() {
        EmrtdCard card = PassportSpecimen.modern().with(ChipQuirk.PACE_FAILS).personalised(ECDSA);
        assertFault(Fault.CARD_NOT_AUTHENTICATED, readFrom(card, ANNA, AccessPolicy.PACE_ONLY));
        assertFault(Fault.CARD_NOT_AUTHENTICATED, readFrom(card, ANNA, AccessPolicy.BAC_WITHOUT_PACE));
        try (Passport passport = PassportBench.taken(readFrom(card, ANNA, AccessPolicy.BAC_AFTER_FAILED_PACE))) {
            assertEquals(Access.BAC_AFTER_FAILED_PACE, passport.report().access());
            assertAllGenuine(passport, Set.of());
        }
        EmrtdCard old = PassportSpecimen.old().personalised(ECDSA);
        assertFault(Fault.CARD_UNKNOWN, readFrom(old, ANNA, AccessPolicy.PACE_ONLY));
    }

    @Test
    void case19EmptyAnswersToReadBinaryEnd() {
        EmrtdCard card = PassportSpecimen.modern().with(ChipQuirk.EMPTY_READS).personalised(ECDSA);
        assertFault(Fault.CARD_UNREADABLE, readFrom(card, ANNA, AccessPolicy.PACE_ONLY));
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
                        .read(ANNA, Optional.empty(), Duration.ofMillis(50)));
    }

    @Test
    void case12RemovedDuringAReadAndTheNextCardReads() {
        EmrtdCard card = PassportSpecimen.modern().personalised(ECDSA);
        for (int answers : new int[] {0, 3, 20, 40}) {
            place(card);
            liftAfter(answers);
            assertFault(Fault.CARD_MOVED, PassportBench.read(terminal(), ANNA, AccessPolicy.PACE_ONLY));
        }
        try (Passport passport = passport(card)) {
            assertAllGenuine(passport, Set.of());
        }
    }

    @Test
    void case19ASilentChipIsEndedByTheDeadlineAndTheNextCardReads() {
        EmrtdCard card = PassportSpecimen.modern().personalised(ECDSA);
        place(card);
        fallSilent();
        var settings = new PassportReader.Settings(AccessPolicy.PACE_ONLY, Duration.ofMillis(300));
        var reader = new PassportReader(
                terminal(), () -> PassportBench.trusting(UTOPIA), settings, PassportBench.CLOCK, stage -> {});
        assertFault(Fault.NO_ANSWER, reader.read(ANNA, Optional.empty(), Duration.ofSeconds(10)));
        passport(card).close();
    }

    @ParameterizedTest
    @EnumSource(names = {"WARNS_AT_THE_END", "TELLS_THE_LENGTH", "REFUSES_PAST_THE_END"})
    void aChipThatIsAskedBeyondTheEndOfAFile(ChipQuirk habit) {
        EmrtdCard card = PassportSpecimen.modern().with(habit).personalised(ECDSA);
        try (Passport passport = passport(card)) {
            assertAllGenuine(passport, Set.of());
            assertEquals(PassportSpecimen.ANNA, passport.fields().orElseThrow().zone());
            assertTrue(passport.portrait().isPresent());
        }
    }

    @Test
    void aChipThatRefusesBacIsReadByPaceAlone() {
        EmrtdCard card = PassportSpecimen.modern().with(ChipQuirk.BAC_REFUSED).personalised(ECDSA);
        try (Passport passport = passport(card)) {
            assertEquals(Access.PACE_MRZ, passport.report().access());
            assertAllGenuine(passport, Set.of());
        }
        EmrtdCard neither = PassportSpecimen.modern()
                .with(ChipQuirk.BAC_REFUSED, ChipQuirk.PACE_FAILS)
                .personalised(ECDSA);
        assertFault(Fault.CARD_NOT_AUTHENTICATED, readFrom(neither, ANNA, AccessPolicy.BAC_AFTER_FAILED_PACE));
    }
}
