package org.waypost.drivers.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.waypost.drivers.device.Readings.assertFault;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.device.Device.Identity;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.simulated.SamvCommand;
import org.waypost.drivers.simulated.SamvFault;
import org.waypost.drivers.simulated.SamvSimulator;
import org.waypost.drivers.simulated.SpecimenCard;

/** Which module stands there: only the provisioned one is asked for cards. */
class SamvIdentityTest {
    private static final String OTHER = "050001002502330139300000b168de3b";

    private static SamvRig provisioned(String number) {
        SamvRig rig = new SamvRig(
                new SamvSimulator(), PortraitDecoder.NONE, SamvSettings.usual().onlyFrom(new SamNumber(number)));
        rig.simulator.place(SpecimenCard.TEST_JIA.image());
        return rig;
    }

    private static boolean asked(SamvRig rig, SamvCommand command) {
        return rig.simulator.commands().contains(command);
    }

    private static long count(SamvRig rig, SamvCommand command) {
        return rig.simulator.commands().stream().filter(command::equals).count();
    }

    @Test
    void theProvisionedModuleIsComparedOnceAfterOpening() {
        try (SamvRig rig = provisioned(SamvSimulator.SAM_NUMBER)) {
            rig.taken().close();
            rig.lift();
            assertEquals(1, count(rig, SamvCommand.SAM_NUMBER));
            assertEquals(Identity.CONFIRMED, rig.reader.identity());
        }
    }

    @Test
    void anotherModuleIsATechniciansMatterAndReadsNoCard() {
        try (SamvRig rig = provisioned(OTHER)) {
            for (int i = 0; i < 5; i++) {
                assertFault(Fault.WRONG_DEVICE, rig.read());
            }
            assertEquals(Identity.DIFFERS, rig.reader.identity());
            assertEquals(Fault.Actor.TECHNICIAN, Fault.WRONG_DEVICE.actor());
            assertFalse(asked(rig, SamvCommand.FIND));
            assertFalse(asked(rig, SamvCommand.READ_TEXT_PHOTO));
        }
    }

    @Test
    void aModuleSwappedWhileUnpluggedIsNoticed() {
        try (SamvRig rig = provisioned(SamvSimulator.SAM_NUMBER)) {
            rig.taken().close();
            rig.simulator.samNumber(OTHER);
            rig.link.ifPresent(Link::close);
            assertFault(Fault.WRONG_DEVICE, rig.reader.read(Duration.ofSeconds(2)));
            assertEquals(Identity.DIFFERS, rig.reader.identity());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x21, 0x24, 0x60})
    void aModuleThatDoesNotTellItsNumberIsNotAskedForCards(int sw3) {
        try (SamvRig rig = provisioned(SamvSimulator.SAM_NUMBER)) {
            rig.simulator.arm(SamvCommand.SAM_NUMBER, new SamvFault.Status(sw3), 100);
            assertInstanceOf(Reading.Faulty.class, rig.read());
            assertEquals(Identity.NOT_COMPARED, rig.reader.identity());
            assertFalse(asked(rig, SamvCommand.FIND));
        }
    }

    @Test
    void oneDamagedAnswerIsNoMismatch() {
        try (SamvRig rig = provisioned(SamvSimulator.SAM_NUMBER)) {
            rig.simulator.arm(SamvCommand.SAM_NUMBER, new SamvFault.FlippedBit(8 * 12));
            rig.taken().close();
            assertEquals(Identity.CONFIRMED, rig.reader.identity());
        }
    }

    @Test
    void withoutAProvisionedNumberNothingIsComparedAndHealthSaysSo() {
        try (SamvRig rig = new SamvRig()) {
            rig.read(SpecimenCard.TEST_JIA.image());
            assertEquals(Identity.NOT_COMPARED, rig.reader.identity());
            assertFalse(asked(rig, SamvCommand.SAM_NUMBER));
        }
    }

    @Test
    void tellsItsNumberToWhoeverProvisionsIt() {
        SamvSimulator simulator = new SamvSimulator();
        try (SamvCardReader reader = new SamvCardReader(simulator::connect, PortraitDecoder.NONE)) {
            assertEquals(new Reading.Taken<>(new SamNumber(SamvSimulator.SAM_NUMBER)), reader.number());
            simulator.unplug();
            assertEquals(new Reading.Faulty<SamNumber>(Fault.DEVICE_ABSENT), reader.number());
        }
    }

    @Test
    void isPrintedAsBesideTheReader() {
        assertEquals("05.01-20120101-0000012345-0987654321", new SamNumber(SamvSimulator.SAM_NUMBER).printed());
        assertEquals(
                new SamNumber(SamvSimulator.SAM_NUMBER),
                new SamNumber(SamvSimulator.SAM_NUMBER.toUpperCase(java.util.Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "05", "zz0001002502330139300000b168de3a", "050001002502330139300000b168de3a00"})
    void hasSixteenBytes(String hex) {
        assertThrows(IllegalArgumentException.class, () -> new SamNumber(hex));
    }
}
