package org.waypost.drivers.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.fingerprint.Ef01Rig.FINGER;
import static org.waypost.drivers.fingerprint.Ef01Rig.assertExact;
import static org.waypost.drivers.fingerprint.Ef01Rig.assertFault;
import static org.waypost.drivers.fingerprint.Ef01Rig.assertNobody;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.simulated.Ef01Fault;
import org.waypost.drivers.simulated.Ef01Model;
import org.waypost.drivers.simulated.Ef01Order;
import org.waypost.drivers.simulated.FingerCondition;

/** What modules are told, and how the driver lives with those that will not have it. */
class Ef01HabitsTest {
    private static final int ALWAYS = 200;

    @ParameterizedTest
    @EnumSource
    void everyModelGivesItsPicture(Ef01Model model) {
        try (Ef01Rig rig = new Ef01Rig(model)) {
            rig.assertTaken(FINGER);
            assertEquals(1, rig.opened);
        }
    }

    @Test
    void tellsAnR503TheseThingsAndNoOthers() {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.R503)) {
            rig.assertTaken(FINGER);
        }
        Ef01Rig rig = new Ef01Rig(Ef01Model.R503);
        rig.assertTaken(FINGER);
        rig.reader.close();
        assertEquals(
                List.of(
                        "1300000000",
                        "1d",
                        "0e040c",
                        "1d",
                        "0f",
                        "0e0603",
                        "3504000000",
                        "36",
                        "3501800200",
                        "28",
                        "3503000200",
                        "0a",
                        "3502200202",
                        "3504000000",
                        "0e0406"),
                rig.simulator.commands());
    }

    @ParameterizedTest
    @EnumSource
    void showsTheColourOfTheSettingsAndNoOther(LampColour colour) {
        Ef01Settings settings = new Ef01Settings(0, colour);
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.R503, true, settings)) {
            rig.assertTaken(FINGER);
            assertEquals(
                    List.of(
                            "3504000000",
                            "3501800" + colour.code() + "00",
                            "3503000" + colour.code() + "00",
                            "3502200" + colour.code() + "02"),
                    rig.simulator.commands().stream()
                            .filter(command -> command.startsWith("35"))
                            .toList());
        }
    }

    @Test
    void aLampThatRefusesItsColourDoesNotKeepThePictureBack() {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.R503)) {
            assertNobody(rig.capture());
            rig.simulator.arm(Ef01Order.LAMP, new Ef01Fault.Code(0x1B), ALWAYS);
            rig.assertTaken(FINGER);
            assertEquals(1, rig.opened);
        }
    }

    @Test
    void takesUnderAnElevenTenthOfTheTimeOfTheWire() {
        for (Ef01Model model : Ef01Model.values()) {
            try (Ef01Rig rig = new Ef01Rig(model)) {
                assertNobody(rig.reader.capture(Duration.ZERO, CaptureProgress.UNHEARD));
                rig.simulator.touch(FINGER);
                long begin = rig.ticker.nanos();
                rig.assertTaken(FINGER);
                double took = (rig.ticker.nanos() - begin) / 1e9;
                int bytes = model.width() * model.height() / 2;
                double wire = (12 + bytes + bytes / 256 * 11) * 10 / 115_200.0;
                assertTrue(took < 1.1 * wire, () -> model + " took " + took + " s, the wire " + wire + " s");
            }
        }
    }

    @Test
    void looksForAFingerFiveToTenTimesASecond() {
        for (Ef01Model model : Ef01Model.values()) {
            try (Ef01Rig rig = new Ef01Rig(model)) {
                assertNobody(rig.reader.capture(Duration.ofSeconds(61), CaptureProgress.UNHEARD));
                int looks = rig.told("01") + rig.told("28");
                assertTrue(looks > 300 && looks < 600, () -> looks + " looks in about a minute");
            }
        }
    }

    @Test
    void aLibraryThatIsNotEmptyIsClearedOnce() {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.ZFM_20)) {
            rig.simulator.templates(300);
            rig.assertTaken(FINGER);
            assertEquals(1, rig.told("0d"));
        }
    }

    @ParameterizedTest
    @CsvSource({"0x00", "0x11", "0xFC"})
    void aLibraryThatCannotBeClearedIsOutOfService(String code) {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.ZFM_20)) {
            rig.simulator.templates(1);
            rig.simulator.arm(Ef01Order.CLEAR_LIBRARY, new Ef01Fault.Code(Integer.decode(code)), ALWAYS);
            assertFault(Fault.OUT_OF_SERVICE, rig.capture(FINGER));
            assertEquals(0, rig.told("01"));
        }
    }

    @ParameterizedTest
    @CsvSource({"0x1A", "0x1B", "0xFC"})
    void aModuleThatRefusesTheSpeedIsReadSlowly(String code) {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.ZFM_20)) {
            rig.simulator.arm(Ef01Order.SET_BAUD, new Ef01Fault.Code(Integer.decode(code)), ALWAYS);
            rig.assertTaken(FINGER);
            assertEquals(57_600, rig.simulator.baud());
        }
    }

    @Test
    void aModuleThatPromisesTheSpeedAndDoesNotKeepItIsFoundAtTheOldOne() {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.ZFM_20)) {
            rig.simulator.arm(Ef01Order.SET_BAUD, new Ef01Fault.Code(0), ALWAYS);
            rig.assertTaken(FINGER);
            assertEquals(57_600, rig.simulator.baud());
            assertEquals(1, rig.opened);
        }
    }

    @Test
    void theAcknowledgeOfANewSpeedMayComeAtThatSpeed() {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.AS608)) {
            rig.simulator.answerAtTheNewSpeed();
            rig.assertTaken(FINGER);
            assertEquals(115_200, rig.simulator.baud());
            rig.reader.close();
            assertEquals(57_600, rig.simulator.baud());
        }
    }

    @Test
    void aModuleLeftFastByAnEarlierHostIsFound() {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.ZFM_20)) {
            rig.simulator.baud(115_200);
            rig.assertTaken(FINGER);
            rig.reader.close();
            assertEquals(57_600, rig.simulator.baud());
        }
    }

    @Test
    void aModuleAtAThirdSpeedSaysNothing() {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.ZFM_20)) {
            rig.simulator.baud(9_600);
            assertFault(Fault.NO_ANSWER, rig.capture(FINGER));
        }
    }

    @Test
    void aModuleThatRefusesLargePacketsKeepsItsOwn() {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.AS608)) {
            rig.simulator.arm(Ef01Order.SET_PACKET_SIZE, new Ef01Fault.Code(0x1B), ALWAYS);
            rig.assertTaken(FINGER);
            int last = 0;
            for (CaptureProgress.Stage stage : rig.stages) {
                if (stage instanceof CaptureProgress.Stage.Transferring transferring) {
                    assertEquals(128, transferring.received() - last);
                    last = transferring.received();
                }
            }
            assertEquals(36_864, last);
        }
    }

    @Test
    void thePasswordIsShownAndAgainWhenTheModuleLostPower() {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.ZFM_20, true, 0x12345678)) {
            rig.simulator.password(0x12345678);
            rig.assertTaken(FINGER);
            rig.simulator.restart();
            rig.assertTaken(FINGER);
            assertEquals(2, rig.opened);
            assertEquals(2, rig.told("1312345678"));
        }
    }

    @Test
    void aWrongPasswordIsOutOfService() {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.ZFM_20)) {
            rig.simulator.password(1);
            assertFault(Fault.OUT_OF_SERVICE, rig.capture(FINGER));
        }
    }

    @Test
    void theLampIsLookedForOnce() {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.ZFM_20)) {
            rig.assertTaken(FINGER);
            rig.link.ifPresent(link -> link.cut());
            rig.assertTaken(FINGER);
            assertEquals(2, rig.opened);
            assertEquals(1, rig.told("35"));
        }
    }

    @Test
    void theLampSaysTheSameWhateverTheFingerIsLike() {
        Ef01Rig good = new Ef01Rig(Ef01Model.R503);
        Ef01Rig poor = new Ef01Rig(Ef01Model.R503);
        good.capture(FINGER);
        poor.capture(FINGER.in(FingerCondition.WET));
        good.close();
        poor.close();
        assertEquals(lampOf(good), lampOf(poor));
    }

    private static List<String> lampOf(Ef01Rig rig) {
        return rig.simulator.commands().stream()
                .filter(command -> command.startsWith("35"))
                .toList();
    }

    @Test
    void aPoorImageIsTakenAsItIsInTheEndForTheHostToSayWhy() {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.R503)) {
            rig.assertTaken(FINGER.in(FingerCondition.DRY));
            assertEquals(3, rig.told("28"));
            assertEquals(1, rig.told("01"));
        }
    }

    @Test
    void aModuleWithALampButWithoutTheStricterCaptureIsAskedPlainly() {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.R503)) {
            rig.simulator.arm(Ef01Order.TAKE_GOOD_IMAGE, new Ef01Fault.Code(0xFC), ALWAYS);
            rig.assertTaken(FINGER);
            rig.assertTaken(FINGER);
            assertEquals(1, rig.told("28"));
        }
    }

    @Test
    void anInterruptedTransferLeavesNothingAndTheNextCaptureIsClean() {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.R503)) {
            rig.simulator.touch(FINGER);
            CaptureProgress interrupting = stage -> {
                if (stage instanceof CaptureProgress.Stage.Transferring moving && moving.received() > 5_000) {
                    Thread.currentThread().interrupt();
                }
            };
            assertNobody(rig.reader.capture(Duration.ofSeconds(1), interrupting));
            assertTrue(Thread.interrupted());
            assertExact(rig.capture(), FINGER, rig.model);
            assertEquals(1, rig.opened);
        }
    }

    @Test
    void anInterruptWhileLookingIsNobodyAndKept() {
        try (Ef01Rig rig = new Ef01Rig(Ef01Model.R503)) {
            assertNobody(rig.capture());
            Thread.currentThread().interrupt();
            assertNobody(rig.capture());
            assertTrue(Thread.interrupted());
            rig.assertTaken(FINGER);
            assertEquals(1, rig.opened);
        }
    }
}
