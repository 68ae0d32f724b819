package org.waypost.drivers.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.assertNobody;
import static org.waypost.drivers.device.Readings.taken;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.simulated.SamvCommand;
import org.waypost.drivers.simulated.SamvFault;
import org.waypost.drivers.simulated.SpecimenCard;

/** What the driver makes of each fault that the simulator can be armed with. */
class SamvFaultsTest {
    private static final int ALWAYS = 100;
    private final SamvRig rig = new SamvRig();

    @BeforeEach
    void layACard() {
        rig.simulator.place(SpecimenCard.TEST_JIA.image());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void assertTaken() {
        try (Document document = rig.taken()) {
            assertEquals("110101199003070011", document.number());
            assertEquals("测试甲", document.name());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STATUS", "FIND", "SELECT", "READ_TEXT_PHOTO"})
    void oneSilenceIsMadeGood(SamvCommand command) {
        rig.simulator.arm(command, new SamvFault.NoAnswer());
        assertTaken();
        assertEquals(1, rig.opened);
    }

    @ParameterizedTest
    @EnumSource(names = {"FIND", "SELECT", "READ_TEXT_PHOTO"})
    void twoSilencesReopenTheLinkAndTheCardIsStillRead(SamvCommand command) {
        rig.simulator.arm(command, new SamvFault.NoAnswer(), 2);
        assertTaken();
        assertEquals(2, rig.opened);
    }

    @ParameterizedTest
    @EnumSource(names = {"STATUS", "FIND", "SELECT", "READ_TEXT_PHOTO"})
    void lastingSilenceIsSaidAndNeverNobody(SamvCommand command) {
        rig.simulator.arm(command, new SamvFault.NoAnswer(), ALWAYS);
        assertFault(Fault.NO_ANSWER, rig.read());
    }

    @ParameterizedTest
    @EnumSource(names = {"STATUS", "FIND"})
    void aReaderThatWasSilentIsNotEmpty(SamvCommand command) {
        rig.simulator.arm(command, new SamvFault.NoAnswer(), ALWAYS);
        for (int i = 0; i < 5; i++) {
            assertFault(Fault.NO_ANSWER, rig.reader.read(Duration.ZERO));
        }
    }

    @ParameterizedTest
    @CsvSource({"FIND, 1500", "FIND, 2500", "SELECT, 1100", "READ_TEXT_PHOTO, 2100", "READ_TEXT_PHOTO, 3900"})
    void anAnswerAfterTheTimeOutIsNotTakenForTheNext(SamvCommand command, int millis) {
        rig.simulator.arm(command, new SamvFault.LateAnswer(Duration.ofMillis(millis)));
        assertTaken();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 7, 14, 270, 700, 1294})
    void oneTornReplyIsMadeGood(int bytes) {
        rig.simulator.arm(SamvCommand.READ_TEXT_PHOTO, new SamvFault.CutAfter(bytes));
        assertTaken();
    }

    @Test
    void aReplyTornAtAnyByteIsNeverADocument() {
        for (int bytes = 1; bytes < 1295; bytes++) {
            rig.simulator.arm(SamvCommand.READ_TEXT_PHOTO, new SamvFault.CutAfter(bytes), 6);
            assertFault(Fault.LINK_UNRELIABLE, rig.read());
            rig.simulator.disarm();
            rig.lift();
            rig.simulator.place(SpecimenCard.TEST_JIA.image());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FIND", "SELECT", "READ_TEXT_PHOTO"})
    void lastingTornRepliesAreALinkFault(SamvCommand command) {
        rig.simulator.arm(command, new SamvFault.CutAfter(7), ALWAYS);
        assertFault(Fault.LINK_UNRELIABLE, rig.read());
    }

    @Test
    void oneFlippedBitIsMadeGoodTwoAreALinkFault() {
        rig.simulator.arm(SamvCommand.READ_TEXT_PHOTO, new SamvFault.FlippedBit(8 * 140));
        assertTaken();
        rig.lift();
        rig.simulator.place(SpecimenCard.TEST_JIA.image());
        rig.simulator.arm(SamvCommand.READ_TEXT_PHOTO, new SamvFault.FlippedBit(8 * 140), 2);
        assertFault(Fault.LINK_UNRELIABLE, rig.read());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 500})
    void bytesBeforeThePreambleAreLegal(int count) {
        for (SamvCommand command : SamvCommand.values()) {
            rig.simulator.arm(command, new SamvFault.NoiseBefore(count));
        }
        assertTaken();
        assertEquals(
                List.of(SamvCommand.STATUS, SamvCommand.FIND, SamvCommand.SELECT, SamvCommand.READ_TEXT_PHOTO),
                rig.simulator.commands());
    }

    @ParameterizedTest
    @CsvSource({
        "0x10, LINK_UNRELIABLE",
        "0x11, LINK_UNRELIABLE",
        "0x21, COMMAND_REFUSED",
        "0x23, COMMAND_REFUSED",
        "0x24, CARD_UNREADABLE",
        "0x31, CARD_NOT_AUTHENTICATED",
        "0x32, CARD_NOT_AUTHENTICATED",
        "0x33, CARD_NOT_AUTHENTICATED",
        "0x40, CARD_UNKNOWN",
        "0x41, CARD_MOVED",
        "0x47, CARD_MOVED",
        "0x60, OUT_OF_SERVICE",
        "0x66, OUT_OF_SERVICE",
        "0x80, CARD_MOVED",
        "0x81, CARD_MOVED",
        "0x91, CARD_UNREADABLE",
        "0x77, CARD_UNREADABLE",
    })
    void eachStatusThatLastsHasItsFault(String sw3, Fault expected) {
        SamvFault status = new SamvFault.Status(Integer.decode(sw3));
        rig.simulator.arm(SamvCommand.READ_TEXT_PHOTO, status, ALWAYS);
        assertFault(expected, rig.read());
        assertTrue(count(SamvCommand.READ_TEXT_PHOTO) <= 6, () -> "asked " + rig.simulator.commands());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x31, 0x32, 0x33, 0x41, 0x47, 0x81})
    void theCardIsFoundAgainTwiceAtMost(int sw3) {
        rig.simulator.arm(SamvCommand.SELECT, new SamvFault.Status(sw3), 2);
        assertTaken();
        rig.lift();
        rig.simulator.place(SpecimenCard.TEST_JIA.image());
        int before = count(SamvCommand.SELECT);
        rig.simulator.arm(SamvCommand.SELECT, new SamvFault.Status(sw3), 3);
        rig.read();
        assertEquals(3, count(SamvCommand.SELECT) - before);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x60, 0x66})
    void aModuleThatRefusesEverythingIsOutOfServiceUntilItRecovers(int sw3) {
        rig.simulator.arm(SamvCommand.STATUS, new SamvFault.Status(sw3), 3);
        assertFault(Fault.OUT_OF_SERVICE, rig.read());
        assertFault(Fault.OUT_OF_SERVICE, rig.reader.read(Duration.ofMillis(100)));
        assertTaken();
    }

    @ParameterizedTest
    @EnumSource(names = {"SELECT", "READ_TEXT_PHOTO"})
    void aCardLiftedTooEarlyHasMovedAndTheNextOneIsReadAtOnce(SamvCommand command) {
        rig.simulator.arm(command, new SamvFault.CardLifted());
        assertFault(Fault.CARD_MOVED, rig.read());
        rig.simulator.place(SpecimenCard.TEST_JIA.image());
        assertTaken();
    }

    @Test
    void swappedLengthsAreUnreadable() {
        rig.simulator.arm(SamvCommand.READ_TEXT_PHOTO, new SamvFault.LengthsSwapped());
        assertFault(Fault.CARD_UNREADABLE, rig.read());
    }

    @Test
    void anAbsentDeviceIsTriedAgainInGrowingIntervals() {
        rig.absent = true;
        assertFault(Fault.DEVICE_ABSENT, rig.read());
        long begin = rig.ticker.nanos();
        for (int i = 0; i < 20; i++) {
            assertFault(Fault.DEVICE_ABSENT, rig.reader.read(Duration.ofSeconds(10)));
        }
        long seconds = (rig.ticker.nanos() - begin) / 1_000_000_000;
        assertTrue(seconds > 100 && seconds < 160, () -> "20 attempts took " + seconds + " s");
        rig.absent = false;
        assertFault(Fault.DEVICE_ABSENT, rig.reader.read(Duration.ZERO));
        try (Document document = taken(rig.reader.read(Duration.ofSeconds(10)))) {
            assertEquals("测试甲", document.name());
        }
    }

    @Test
    void anIdleReaderIsAskedForItsStatusEveryThreeSeconds() {
        rig.simulator.remove();
        assertNobody(rig.reader.read(Duration.ofSeconds(31)));
        assertEquals(10, count(SamvCommand.STATUS), 1);
        assertEquals(100, count(SamvCommand.FIND), 10);
    }

    private int count(SamvCommand command) {
        return (int) rig.simulator.commands().stream()
                .filter(received -> received == command)
                .count();
    }
}
