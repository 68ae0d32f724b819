package org.waypost.drivers.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryLinkTest extends LinkContract {
    private final MemoryLink.Cable cable = MemoryLink.Cable.laid();

    @Override
    Link near() {
        return cable.near();
    }

    @Override
    Link far() {
        return cable.far();
    }

    @Override
    void cut() {
        cable.far().close();
    }

    @Test
    void whatIsOnTheWayArrivesBeforeTheEnd() throws LinkLost {
        far().write(new byte[] {1, 2});
        far().close();
        assertEquals(2, near().read(new byte[10], 0, Duration.ZERO));
    }

    @Test
    void bytesOfAnotherSpeedArriveGarbled() throws LinkLost {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        near().speed(57_600);
        near().write(all);
        far().write(all);
        assertGarbled(all, far());
        assertGarbled(all, near());
        far().speed(57_600);
        near().write(new byte[] {42});
        byte[] into = new byte[1];
        far().read(into, 0, Duration.ZERO);
        assertEquals(42, into[0]);
    }

    private static void assertGarbled(byte[] sent, Link link) throws LinkLost {
        byte[] arrived = new byte[sent.length];
        assertEquals(sent.length, link.read(arrived, 0, Duration.ZERO));
        for (int i = 0; i < sent.length; i++) {
            assertNotEquals(sent[i], arrived[i]);
        }
    }

    @Test
    void closingEndsAWaitingRead() throws Exception {
        Thread reading = Thread.ofVirtual().name("waypost-test-read").start(() -> {
            try {
                near().read(new byte[1], 0, Duration.ofMinutes(1));
            } catch (LinkLost expected) {
                assertTrue(expected.getMessage() != null);
            }
        });
        near().close();
        assertTrue(reading.join(Duration.ofSeconds(5)));
    }

    @Test
    void anInterruptedReadIsSilent() throws LinkLost {
        Thread.currentThread().interrupt();
        assertEquals(0, near().read(new byte[1], 0, Duration.ofMinutes(1)));
        assertTrue(Thread.interrupted());
    }
}
