package org.waypost.drivers.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.taken;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.simulated.IdleHabit;
import org.waypost.drivers.simulated.LockstepLink;
import org.waypost.drivers.simulated.SamvSimulator;
import org.waypost.drivers.simulated.SpecimenCard;
import org.waypost.drivers.simulated.WirePace;

/** A cable pulled before every single byte of a whole reading: status, number, find, select, read. */
class PulledCableTest {
    private static final int BYTES = 11 + 27 + 15 + 19 + 1295;

    private final LockstepLink.LockstepTicker ticker = new LockstepLink.LockstepTicker();
    private final SamvSimulator simulator = new SamvSimulator(IdleHabit.KEEPS_REPORTING, WirePace.unpaced());
    private boolean plugged;
    private int left;

    /** A link that ends when its bytes are spent. */
    private final class Cable implements Link {
        private final Link whole = new LockstepLink(simulator, ticker);

        @Override
        public void write(byte[] bytes) throws LinkLost {
            whole.write(bytes);
        }

        @Override
        public int read(byte[] into, int offset, Duration patience) throws LinkLost {
            if (left == 0) {
                plugged = false;
                throw new LinkLost("pulled");
            }
            int most = Math.min(into.length, offset + left);
            byte[] part = new byte[most];
            int count = whole.read(part, offset, patience);
            System.arraycopy(part, offset, into, offset, count);
            left -= count;
            return count;
        }

        @Override
        public void speed(int baud) throws LinkLost {
            whole.speed(baud);
        }

        @Override
        public void drain() throws LinkLost {
            whole.drain();
        }

        @Override
        public void close() {
            whole.close();
        }
    }

    private Link open() throws LinkLost {
        if (!plugged) {
            throw new LinkLost("not plugged in");
        }
        return new Cable();
    }

    @Test
    void isAnAbsentDeviceWhereverItIsPulledAndReadsOnWhenItIsBack() {
        SamvSettings settings = SamvSettings.usual().onlyFrom(new SamNumber(SamvSimulator.SAM_NUMBER));
        for (int bytes = 0; bytes < BYTES; bytes++) {
            try (SamvCardReader reader = new SamvCardReader(this::open, PortraitDecoder.NONE, settings, ticker)) {
                plugged = true;
                left = bytes;
                simulator.place(SpecimenCard.TEST_JIA.image());
                assertFault(Fault.DEVICE_ABSENT, reader.read(Duration.ofSeconds(1)));
                plugged = true;
                left = Integer.MAX_VALUE;
                simulator.remove();
                assertInstanceOf(Reading.Nobody.class, reader.read(Duration.ofSeconds(3)));
                simulator.place(SpecimenCard.TEST_YI.image());
                try (Document document = taken(reader.read(Duration.ofSeconds(1)))) {
                    assertEquals("830000198808080025", document.number());
                }
                simulator.remove();
            }
        }
    }
}
