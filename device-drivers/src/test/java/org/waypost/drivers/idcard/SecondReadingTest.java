package org.waypost.drivers.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.taken;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.idcard.Document.Discrepancy;
import org.waypost.drivers.simulated.CardImage;
import org.waypost.drivers.simulated.IdleHabit;
import org.waypost.drivers.simulated.SamvCommand;
import org.waypost.drivers.simulated.SamvFault;
import org.waypost.drivers.simulated.SpecimenCard;

/** XOR is blind to two errors in one bit column: in doubt, only what was read twice alike is delivered. */
class SecondReadingTest {
    /** In a frame: the card's number stands at 14 + 122. */
    private static final int NUMBER_AT = 136;

    private static long reads(SamvRig rig) {
        return rig.simulator.commands().stream()
                .filter(SamvCommand.READ_TEXT_PHOTO::equals)
                .count();
    }

    /** The first digit 1 and the third 0 become 0 and 1; the XOR stays. */
    private static SamvFault numberChanged() {
        return new SamvFault.FlippedBits(8 * NUMBER_AT, 8 * (NUMBER_AT + 4));
    }

    /** The second character of the name and a byte of the picture. */
    private static SamvFault nameChanged() {
        return new SamvFault.FlippedBits(8 * 16, 8 * 500);
    }

    @Test
    void aNumberChangedUnderTheChecksumIsReadAgain() {
        try (SamvRig rig = new SamvRig()) {
            rig.simulator.arm(SamvCommand.READ_TEXT_PHOTO, numberChanged());
            try (Document document = taken(rig.read(SpecimenCard.TEST_JIA.image()))) {
                assertEquals("110101199003070011", document.number());
                assertEquals(Set.of(), document.discrepancies());
            }
            assertEquals(3, reads(rig), "the changed one, and two that are alike");
        }
    }

    @Test
    void aNameChangedUnderTheChecksumAfterAnErrorOfTheLineIsReadAgain() {
        try (SamvRig rig = new SamvRig()) {
            rig.simulator.arm(SamvCommand.FIND, new SamvFault.FlippedBit(70));
            rig.simulator.arm(SamvCommand.READ_TEXT_PHOTO, nameChanged());
            try (Document document = taken(rig.read(SpecimenCard.TEST_JIA.image()))) {
                assertEquals("测试甲", document.name());
            }
        }
    }

    @Test
    void readingsThatNeverAgreeAreAFaultOfTheLine() {
        try (SamvRig rig = new SamvRig()) {
            for (int i = 0; i < 3; i++) {
                rig.simulator.arm(SamvCommand.READ_TEXT_PHOTO, new SamvFault.FlippedBits(8 * NUMBER_AT, 8 * (600 + i)));
            }
            assertFault(Fault.LINK_UNRELIABLE, rig.read(SpecimenCard.TEST_JIA.image()));
            assertEquals(3, reads(rig));
        }
    }

    @Test
    void aCardThatContradictsItselfIsReadTwiceAndDelivered() {
        CardImage card = SpecimenCard.TEST_JIA.image().with(30, 1, "2");
        try (SamvRig rig = new SamvRig();
                Document document = taken(rig.read(card))) {
            assertEquals(Set.of(Discrepancy.SEX_IN_NUMBER), document.discrepancies());
            assertEquals(2, reads(rig));
        }
    }

    @Test
    void whereTheReaderReportsACardOnceTheDocumentIsMarked() {
        try (SamvRig rig = new SamvRig(IdleHabit.REPORTS_ONCE)) {
            rig.simulator.arm(SamvCommand.STATUS, new SamvFault.CutAfter(5));
            try (Document document = taken(rig.read(SpecimenCard.TEST_JIA.image()))) {
                assertEquals(EnumSet.of(Discrepancy.READ_ONCE), document.discrepancies());
                assertTrue(document.portrait().isPresent());
            }
        }
    }

    @Test
    void aCleanLineReadsOnceAndADirtyOneRecovers() {
        try (SamvRig rig = new SamvRig()) {
            taken(rig.read(SpecimenCard.TEST_JIA.image())).close();
            assertEquals(1, reads(rig));
            rig.lift();
            rig.simulator.arm(SamvCommand.FIND, new SamvFault.FlippedBit(70));
            taken(rig.read(SpecimenCard.TEST_JIA.image())).close();
            assertEquals(3, reads(rig));
            rig.simulator.remove();
            rig.reader.read(java.time.Duration.ofSeconds(70));
            taken(rig.read(SpecimenCard.TEST_JIA.image())).close();
            assertEquals(4, reads(rig), "two hundred intact replies later one reading is enough");
        }
    }
}
