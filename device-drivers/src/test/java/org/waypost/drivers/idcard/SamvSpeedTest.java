package org.waypost.drivers.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.taken;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.simulated.IdleHabit;
import org.waypost.drivers.simulated.SamvCommand;
import org.waypost.drivers.simulated.SamvFault;
import org.waypost.drivers.simulated.SamvSimulator;
import org.waypost.drivers.simulated.SpecimenCard;
import org.waypost.drivers.simulated.SpeedHabit;
import org.waypost.drivers.simulated.WirePace;

/** A reader is found at whatever speed it was left, and may be hurried. */
class SamvSpeedTest {
    private static SamvRig rig(SamvSettings settings, int baud, SpeedHabit habit) {
        SamvSimulator simulator = new SamvSimulator(IdleHabit.KEEPS_REPORTING, WirePace.ofBaud(baud));
        simulator.runAt(baud, habit);
        simulator.place(SpecimenCard.TEST_JIA.image());
        return new SamvRig(simulator, PortraitDecoder.NONE, settings);
    }

    @ParameterizedTest
    @CsvSource({
        "115200, 115200",
        "115200, 57600",
        "115200, 38400",
        "115200, 19200",
        "115200, 9600",
        "9600, 115200",
        "9600, 9600",
        "19200, 57600",
    })
    void findsTheReaderAtAnySpeed(int configured, int actual) {
        try (SamvRig rig = rig(SamvSettings.usual().at(configured), actual, SpeedHabit.ANSWERS_THEN_CHANGES)) {
            rig.taken().close();
            assertEquals(actual, rig.simulator.baud());
        }
    }

    @Test
    void doesNotSearchWhereTheReaderAnswers() {
        try (SamvRig rig = rig(SamvSettings.usual(), 115_200, SpeedHabit.ANSWERS_THEN_CHANGES)) {
            long begin = rig.ticker.nanos();
            rig.taken().close();
            assertTrue(rig.ticker.nanos() - begin < 1_000_000_000L);
        }
    }

    @Test
    void remembersTheSpeedFoundWhenTheLinkIsOpenedAgain() {
        try (SamvRig rig = rig(SamvSettings.usual(), 9_600, SpeedHabit.ANSWERS_THEN_CHANGES)) {
            rig.taken().close();
            rig.link.ifPresent(Link::close);
            rig.simulator.remove();
            long begin = rig.ticker.nanos();
            rig.reader.read(Duration.ofMillis(600));
            assertTrue(rig.ticker.nanos() - begin < 2_000_000_000L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void hurriesASlowReaderWhicheverWayItAnswers(SpeedHabit habit) {
        try (SamvRig rig = rig(SamvSettings.usual().at(9_600).hurried(), 9_600, habit)) {
            rig.taken().close();
            assertEquals(115_200, rig.simulator.baud());
        }
    }

    @ParameterizedTest
    @EnumSource
    void hurriesEvenIfTheConfirmationIsLost(SpeedHabit habit) {
        try (SamvRig rig = rig(SamvSettings.usual().at(19_200).hurried(), 19_200, habit)) {
            rig.simulator.arm(SamvCommand.SET_BAUD_115200, new SamvFault.NoAnswer());
            rig.taken().close();
            assertEquals(115_200, rig.simulator.baud());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x21, 0x23})
    void aReaderThatRefusesKeepsItsSpeed(int sw3) {
        try (SamvRig rig = rig(SamvSettings.usual().at(9_600).hurried(), 9_600, SpeedHabit.ANSWERS_THEN_CHANGES)) {
            rig.simulator.arm(SamvCommand.SET_BAUD_115200, new SamvFault.Status(sw3));
            rig.taken().close();
            assertEquals(9_600, rig.simulator.baud());
        }
    }

    @Test
    void aReaderThatForgetsItsSpeedIsFoundAgain() {
        try (SamvRig rig = rig(SamvSettings.usual().at(9_600).hurried(), 9_600, SpeedHabit.ANSWERS_THEN_CHANGES)) {
            rig.taken().close();
            rig.lift();
            rig.simulator.runAt(9_600, SpeedHabit.ANSWERS_THEN_CHANGES);
            rig.simulator.place(SpecimenCard.TEST_BING.image());
            try (Document document = taken(rig.reader.read(Duration.ofSeconds(30)))) {
                assertEquals("测试丙", document.name());
            }
            assertEquals(115_200, rig.simulator.baud());
        }
    }

    @Test
    void isNotHurriedUnlessItIsWished() {
        try (SamvRig rig = rig(SamvSettings.usual().at(9_600), 9_600, SpeedHabit.ANSWERS_THEN_CHANGES)) {
            rig.taken().close();
            assertFalse(rig.simulator.commands().contains(SamvCommand.SET_BAUD_115200));
        }
    }

    @Test
    void aSilentReaderIsSilentAtEverySpeed() {
        try (SamvRig rig = rig(SamvSettings.usual(), 9_600, SpeedHabit.ANSWERS_THEN_CHANGES)) {
            rig.simulator.arm(SamvCommand.STATUS, new SamvFault.NoAnswer(), 1_000);
            long begin = rig.ticker.nanos();
            assertFault(Fault.NO_ANSWER, rig.read());
            assertTrue(rig.ticker.nanos() - begin < 15_000_000_000L, "within the limit of a read");
        }
    }

    @Test
    void theCableInMemoryHasASpeedToo() {
        SamvSimulator simulator = new SamvSimulator(IdleHabit.KEEPS_REPORTING, WirePace.unpaced());
        simulator.runAt(57_600, SpeedHabit.CHANGES_THEN_ANSWERS);
        simulator.place(SpecimenCard.TEST_JIA.image());
        try (SamvCardReader reader = new SamvCardReader(
                simulator::connect, PortraitDecoder.NONE, SamvSettings.usual().hurried(), Ticker.SYSTEM)) {
            taken(reader.read(Duration.ofSeconds(20))).close();
        }
        assertEquals(115_200, simulator.baud());
    }

    @Test
    void settingsHaveLimits() {
        assertThrows(IllegalArgumentException.class, () -> SamvSettings.usual().at(1_199));
        assertThrows(IllegalArgumentException.class, () -> SamvSettings.usual().polledEvery(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> SamvSettings.usual().polledEvery(Duration.ofSeconds(11)));
    }
}
