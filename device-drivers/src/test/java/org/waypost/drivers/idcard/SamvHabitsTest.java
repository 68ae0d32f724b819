package org.waypost.drivers.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.assertNobody;
import static org.waypost.drivers.device.Readings.taken;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.simulated.IdleHabit;
import org.waypost.drivers.simulated.SamvCommand;
import org.waypost.drivers.simulated.SamvFault;
import org.waypost.drivers.simulated.SpecimenCard;

/** A card is read once for each time it is laid down, whatever the reader says about a card that stays. */
class SamvHabitsTest {
    @ParameterizedTest
    @EnumSource
    void theSameCardIsNotReadAgainUntilItWasLifted(IdleHabit habit) {
        try (SamvRig rig = new SamvRig(habit)) {
            taken(rig.read(SpecimenCard.TEST_JIA.image())).close();
            for (int i = 0; i < 10; i++) {
                assertNobody(rig.reader.read(Duration.ofSeconds(5)));
            }
            assertEquals(1, reads(rig));
            rig.lift();
            taken(rig.read(SpecimenCard.TEST_BING.image())).close();
            assertEquals(2, reads(rig));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCardThatCouldNotBeReadMustBeLiftedToo(IdleHabit habit) {
        try (SamvRig rig = new SamvRig(habit)) {
            assertFault(
                    Fault.CARD_UNKNOWN, rig.read(SpecimenCard.TEST_JIA.image().withType('Q')));
            assertNobody(rig.reader.read(Duration.ofSeconds(5)));
            assertEquals(1, reads(rig));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCardGoneForOnePollIsNotLifted(IdleHabit habit) {
        try (SamvRig rig = new SamvRig(habit)) {
            taken(rig.read(SpecimenCard.TEST_JIA.image())).close();
            rig.simulator.remove();
            assertNobody(rig.reader.read(Duration.ZERO));
            rig.simulator.place(SpecimenCard.TEST_JIA.image());
            assertNobody(rig.reader.read(Duration.ZERO));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReopenedLinkDoesNotMakeTheCardNew(IdleHabit habit) {
        try (SamvRig rig = new SamvRig(habit)) {
            taken(rig.read(SpecimenCard.TEST_JIA.image())).close();
            rig.simulator.arm(SamvCommand.FIND, new SamvFault.NoAnswer(), 2);
            assertNobody(rig.reader.read(Duration.ofMillis(100)));
            assertEquals(2, rig.opened);
            assertEquals(1, reads(rig));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyReaderSaysNobodyAfterThePatience(IdleHabit habit) {
        try (SamvRig rig = new SamvRig(habit)) {
            long begin = rig.ticker.nanos();
            assertNobody(rig.reader.read(Duration.ofSeconds(2)));
            double seconds = (rig.ticker.nanos() - begin) / 1e9;
            assertEquals(2.0, seconds, 0.1);
        }
    }

    private static int reads(SamvRig rig) {
        return (int) rig.simulator.commands().stream()
                .filter(SamvCommand.READ_TEXT_PHOTO::equals)
                .count();
    }
}
