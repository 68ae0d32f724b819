package org.waypost.drivers.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
