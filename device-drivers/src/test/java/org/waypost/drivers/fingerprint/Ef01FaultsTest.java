package org.waypost.drivers.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.fingerprint.Ef01Rig.FINGER;
import static org.waypost.drivers.fingerprint.Ef01Rig.assertExact;
import static org.waypost.drivers.fingerprint.Ef01Rig.assertFault;
import static org.waypost.drivers.fingerprint.Ef01Rig.assertNobody;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.simulated.Ef01Fault;
import org.waypost.drivers.simulated.Ef01Model;
import org.waypost.drivers.simulated.Ef01Order;
import org.waypost.drivers.simulated.SpecimenFinger;

/** What the driver makes of each fault that the simulator can be armed with. */
class Ef01FaultsTest {
    private static final int ALWAYS = 200;
    private final Ef01Rig rig = new Ef01Rig(Ef01Model.R503);

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "VERIFY_PASSWORD",
                "COUNT_LIBRARY",
                "SET_BAUD",
                "READ_PARAMETERS",
                "SET_PACKET_SIZE",
                "LAMP",
                "CHECK_SENSOR",
                "TAKE_GOOD_IMAGE",
                "SEND_IMAGE"
            })
    void oneSilenceIsMadeGood(Ef01Order order) {
        rig.simulator.arm(order, new Ef01Fault.NoAnswer());
        rig.assertTaken(FINGER);
        assertEquals(1, rig.opened);
    }

    @ParameterizedTest
    @EnumSource(names = {"TAKE_GOOD_IMAGE", "CHECK_SENSOR"})
    void oneTornAnswerIsMadeGood(Ef01Order order) {
        rig.simulator.arm(order, new Ef01Fault.CutAfter(11));
        rig.assertTaken(FINGER);
        assertEquals(1, rig.opened);
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_PASSWORD", "COUNT_LIBRARY", "READ_PARAMETERS", "TAKE_GOOD_IMAGE", "SEND_IMAGE"})
    void lastingSilenceIsSaidAndNeverNobody(Ef01Order order) {
        rig.simulator.arm(order, new Ef01Fault.NoAnswer(), ALWAYS);
        for (int i = 0; i < 3; i++) {
            assertFault(Fault.NO_ANSWER, rig.capture(FINGER));
        }
    }

    @Test
    void aModuleThatFallsSilentIsReopenedOnce() {
        assertNobody(rig.capture());
        rig.simulator.arm(Ef01Order.TAKE_GOOD_IMAGE, new Ef01Fault.NoAnswer(), 2);
        rig.simulator.arm(Ef01Order.COUNT_LIBRARY, new Ef01Fault.NoAnswer());
        rig.simulator.arm(Ef01Order.READ_PARAMETERS, new Ef01Fault.NoAnswer());
        rig.assertTaken(FINGER);
        assertEquals(2, rig.opened);
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFY_PASSWORD, 1500",
        "COUNT_LIBRARY, 1100",
        "COUNT_LIBRARY, 2300",
        "SET_BAUD, 1200",
        "READ_PARAMETERS, 1300",
        "SET_PACKET_SIZE, 1010",
        "LAMP, 1400",
        "CHECK_SENSOR, 1900",
        "TAKE_GOOD_IMAGE, 2100",
        "TAKE_GOOD_IMAGE, 2900",
        "SEND_IMAGE, 1100",
        "SEND_IMAGE, 1600",
    })
    void anAnswerAfterTheTimeOutIsNotTakenForTheNext(Ef01Order order, int millis) {
        rig.simulator.arm(order, new Ef01Fault.LateAnswer(Duration.ofMillis(millis)));
        rig.assertTaken(FINGER);
        assertEquals(1, rig.opened);
    }

    /**
     * The danger behind late answers: one that says "done" to something else, taken for "there is a finger", would let
     * the picture of the person before pass, for it still lies in the module.
     */
    @ParameterizedTest
    @CsvSource({"LAMP, 1010", "LAMP, 1300", "LAMP, 2500", "TAKE_GOOD_IMAGE, 2050", "TAKE_GOOD_IMAGE, 4050"})
    void noLateAnswerLetsTheEarlierPicturePass(Ef01Order order, int millis) {
        rig.assertTaken(SpecimenFinger.of(21));
        rig.simulator.lift();
        rig.simulator.arm(order, new Ef01Fault.LateAnswer(Duration.ofMillis(millis)), 3);
        Reading<Fingerprint> outcome = rig.reader.capture(Duration.ofSeconds(30), CaptureProgress.UNHEARD);
        assertFalse(outcome instanceof Reading.Taken, outcome::toString);
        rig.assertTaken(SpecimenFinger.of(22));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 72})
    void aWrongSumIsMadeGoodTwoAreALinkFault(int packet) {
        rig.simulator.arm(Ef01Order.SEND_IMAGE, new Ef01Fault.WrongSum(packet));
        rig.assertTaken(FINGER);
        rig.simulator.arm(Ef01Order.SEND_IMAGE, new Ef01Fault.WrongSum(packet), 2);
        assertFault(Fault.LINK_UNRELIABLE, rig.capture());
        rig.assertTaken(FINGER);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 72})
    void aLostPacketIsMadeGoodTwoAreALinkFault(int packet) {
        rig.simulator.arm(Ef01Order.SEND_IMAGE, new Ef01Fault.LostPacket(packet));
        rig.assertTaken(FINGER);
        rig.simulator.arm(Ef01Order.SEND_IMAGE, new Ef01Fault.LostPacket(packet), 2);
        assertFault(Fault.LINK_UNRELIABLE, rig.capture());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 256, 18_176, 18_431, 18_433, 18_688, 36_863, 36_865, 40_000})
    void aPictureOfAnyOtherLengthIsALinkFault(int bytes) {
        rig.simulator.arm(Ef01Order.SEND_IMAGE, new Ef01Fault.ImageOf(bytes), 2);
        assertFault(Fault.LINK_UNRELIABLE, rig.capture(FINGER));
        rig.assertTaken(FINGER);
    }

    /** Only the bytes that belong to no packet tell that these are the wrong pixels: their number is right. */
    @Test
    void aPacketInThePlaceOfADamagedOneIsALinkFault() {
        rig.simulator.arm(Ef01Order.SEND_IMAGE, new Ef01Fault.Stuttered(30), 2);
        assertFault(Fault.LINK_UNRELIABLE, rig.capture(FINGER));
        rig.simulator.arm(Ef01Order.SEND_IMAGE, new Ef01Fault.Stuttered(30));
        rig.assertTaken(FINGER);
    }

    @Test
    void aModuleDoesNotChangeTheSizeOfItsPictures() {
        rig.assertTaken(FINGER);
        rig.simulator.arm(Ef01Order.SEND_IMAGE, new Ef01Fault.ImageOf(36_864), 2);
        assertFault(Fault.LINK_UNRELIABLE, rig.capture());
    }

    @ParameterizedTest
    @CsvSource({
        "0x01, LINK_UNRELIABLE",
        "0x03, FINGER_UNREADABLE",
        "0x07, FINGER_UNREADABLE",
        "0x19, OUT_OF_SERVICE",
        "0x20, COMMAND_REFUSED",
        "0x26, LINK_UNRELIABLE",
        "0x29, OUT_OF_SERVICE",
        "0xFC, COMMAND_REFUSED",
        "0xFD, OUT_OF_SERVICE",
        "0xFE, OUT_OF_SERVICE",
        "0x21, NO_ANSWER",
    })
    void eachCodeThatLastsHasItsFault(String code, Fault expected) {
        Ef01Fault fault = new Ef01Fault.Code(Integer.decode(code));
        rig.simulator.arm(Ef01Order.TAKE_GOOD_IMAGE, fault, ALWAYS);
        rig.simulator.arm(Ef01Order.TAKE_IMAGE, fault, ALWAYS);
        assertFault(expected, rig.capture(FINGER));
        rig.simulator.disarm();
        rig.assertTaken(FINGER);
    }

    @ParameterizedTest
    @CsvSource({"0x0F, OUT_OF_SERVICE", "0x15, FINGER_UNREADABLE", "0x01, LINK_UNRELIABLE", "0xFC, COMMAND_REFUSED"})
    void aRefusedUploadIsAskedForTwice(String code, Fault expected) {
        rig.simulator.arm(Ef01Order.SEND_IMAGE, new Ef01Fault.Code(Integer.decode(code)));
        rig.assertTaken(FINGER);
        rig.simulator.arm(Ef01Order.SEND_IMAGE, new Ef01Fault.Code(Integer.decode(code)), 2);
        assertFault(expected, rig.capture());
        assertEquals(4, rig.told("0a"));
    }

    @Test
    void aBrokenSensorIsOutOfService() {
        rig.simulator.arm(Ef01Order.CHECK_SENSOR, new Ef01Fault.Code(0x29));
        assertFault(Fault.OUT_OF_SERVICE, rig.capture(FINGER));
        assertEquals(0, rig.told("01") + rig.told("28"));
    }

    @Test
    void aFingerLiftedTooEarlyIsNobody() {
        rig.simulator.arm(Ef01Order.TAKE_GOOD_IMAGE, new Ef01Fault.FingerLifted());
        assertNobody(rig.capture(FINGER));
        rig.assertTaken(FINGER);
    }

    @Test
    void aLinkLostAtAnyMomentIsAbsentOrMadeGood() {
        for (String moment : List.of("13", "1d", "0e04", "0f", "0e06", "35", "36", "28", "0a")) {
            try (Ef01Rig one = new Ef01Rig(Ef01Model.R503)) {
                one.simulator.touch(FINGER);
                one.ticker.whenever(() -> one.link
                        .filter(link -> one.opened == 1 && one.told(moment) > 0)
                        .ifPresent(link -> link.cut()));
                switch (one.capture()) {
                    case Reading.Taken<Fingerprint> taken -> assertExact(taken, FINGER, one.model);
                    case Reading.Nobody<Fingerprint> nobody -> assertTrue(false, "nobody at " + moment);
                    case Reading.Faulty<Fingerprint> faulty -> assertEquals(Fault.DEVICE_ABSENT, faulty.fault());
                }
                one.assertTaken(FINGER);
                assertEquals(2, one.opened, moment);
            }
        }
    }

    @Test
    void anAbsentDeviceIsTriedAgainInGrowingIntervals() {
        rig.absent = true;
        assertFault(Fault.DEVICE_ABSENT, rig.capture());
        long begin = rig.ticker.nanos();
        for (int i = 0; i < 20; i++) {
            assertFault(Fault.DEVICE_ABSENT, rig.reader.capture(Duration.ofSeconds(10), CaptureProgress.UNHEARD));
        }
        long seconds = (rig.ticker.nanos() - begin) / 1_000_000_000;
        assertTrue(seconds > 100 && seconds < 160, () -> "20 attempts took " + seconds + " s");
        rig.absent = false;
        assertFault(Fault.DEVICE_ABSENT, rig.reader.capture(Duration.ZERO, CaptureProgress.UNHEARD));
        rig.simulator.touch(FINGER);
        assertExact(rig.reader.capture(Duration.ofSeconds(10), CaptureProgress.UNHEARD), FINGER, rig.model);
    }
}
