package org.waypost.drivers.idcard;

import static org.waypost.drivers.device.Readings.assertFault;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.simulated.IdleHabit;
import org.waypost.drivers.simulated.SamvCommand;
import org.waypost.drivers.simulated.SamvFault;
import org.waypost.drivers.simulated.SpecimenCard;
import org.waypost.drivers.simulated.WirePace;

class SingleBitErrorTest {
    private static final int TEXT_END = 270;
    private static final int FRAME = 1295;

    @Test
    void noFlippedBitEverYieldsADocument() {
        try (SamvRig rig = new SamvRig(IdleHabit.KEEPS_REPORTING, WirePace.unpaced(), PortraitDecoder.NONE)) {
            for (int bit = 0; bit < 8 * FRAME; bit += bit < 8 * TEXT_END || bit > 8 * (FRAME - 2) ? 1 : 5) {
                rig.simulator.arm(SamvCommand.READ_TEXT_PHOTO, new SamvFault.FlippedBit(bit), 6);
                assertFault(Fault.LINK_UNRELIABLE, rig.read(SpecimenCard.TEST_JIA.image()));
                rig.simulator.disarm();
                rig.lift();
            }
        }
    }

    @Test
    void anyContentAtAllIsReadOrNamedAsAFault() {
        Random random = new Random(20261123);
        List<SpecimenCard> specimens = List.of(SpecimenCard.values());
        try (SamvRig rig = new SamvRig(IdleHabit.KEEPS_REPORTING, WirePace.unpaced(), PortraitDecoder.NONE)) {
            for (int i = 0; i < 3_000; i++) {
                var card = specimens.get(random.nextInt(specimens.size())).image();
                for (int change = random.nextInt(4); change >= 0; change--) {
                    int offset = 2 * random.nextInt(128);
                    card = card.with(offset, 1, String.valueOf((char) random.nextInt(0x10000)));
                }
                if (rig.read(card) instanceof Reading.Taken<Document> taken) {
                    taken.value().close();
                }
                rig.lift();
            }
        }
    }
}
