package org.waypost.drivers.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.fingerprint.Ef01Rig.assertExact;
import static org.waypost.drivers.fingerprint.Ef01Rig.assertFault;
import static org.waypost.drivers.fingerprint.Ef01Rig.assertNobody;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.simulated.Ef01Model;
import org.waypost.drivers.simulated.Ef01Simulator;
import org.waypost.drivers.simulated.SimulatedFingerprintReader;
import org.waypost.drivers.simulated.SpecimenFinger;

/** The assembled reader as a demonstration terminal uses it: a cable in memory and a thread. */
class SimulatedFingerprintReaderTest extends FingerprintReaderContract {
    private static final SpecimenFinger FINGER = SpecimenFinger.of(3);
    private final SimulatedFingerprintReader reader =
            new SimulatedFingerprintReader(new Ef01Simulator(Ef01Model.R503, false));

    @Override
    protected FingerprintReader reader() {
        return reader;
    }

    @Override
    protected Ef01Model model() {
        return Ef01Model.R503;
    }

    @Override
    protected void touch(SpecimenFinger finger) {
        reader.touch(finger);
    }

    @Override
    protected void lift() {
        reader.lift();
    }

    @Override
    protected void unplug() {
        reader.simulator().unplug();
    }

    @Test
    void noticesAFingerThatIsLaidDownWhileItWaits() {
        try (reader) {
            CaptureProgress person = stage -> {
                if (stage instanceof CaptureProgress.Stage.PlaceFinger) {
                    touch(FINGER);
                }
            };
            assertExact(reader.capture(PATIENCE, person), FINGER, model());
        }
    }

    @Test
    void worksAgainWhenTheCableIsBack() {
        try (reader) {
            reader.simulator().unplug();
            assertFault(Fault.DEVICE_ABSENT, reader.capture(PATIENCE, CaptureProgress.UNHEARD));
            reader.simulator().plug();
            touch(FINGER);
            assertExact(reader.capture(PATIENCE, CaptureProgress.UNHEARD), FINGER, model());
        }
    }

    @Test
    void isFastMeanwhileAndLeavesTheModuleAsItWas() {
        assertNobody(reader.capture(Duration.ZERO, CaptureProgress.UNHEARD));
        assertEquals(115_200, reader.simulator().baud());
        reader.close();
        assertEquals(57_600, reader.simulator().baud());
    }

    @Test
    void closingEndsACaptureThatWaits() throws InterruptedException {
        CountDownLatch looking = new CountDownLatch(1);
        Thread waiting = Thread.ofVirtual()
                .name("waypost-test-wait")
                .start(() -> assertNobody(reader.capture(Duration.ofMinutes(5), stage -> looking.countDown())));
        looking.await();
        reader.close();
        assertTrue(waiting.join(Duration.ofSeconds(30)));
        assertEquals(57_600, reader.simulator().baud());
    }

    @Test
    void closingEndsATransferAndLeavesTheModuleAsItWas() throws InterruptedException {
        SimulatedFingerprintReader slow = new SimulatedFingerprintReader(new Ef01Simulator(Ef01Model.R503, true));
        slow.touch(FINGER);
        CountDownLatch transferring = new CountDownLatch(5);
        Thread waiting = Thread.ofVirtual()
                .name("waypost-test-wait")
                .start(() -> assertNobody(slow.capture(Duration.ofMinutes(5), stage -> transferring.countDown())));
        transferring.await();
        slow.close();
        assertTrue(waiting.join(Duration.ofSeconds(30)));
        assertEquals(57_600, slow.simulator().baud());
    }

    @Test
    void anInterruptEndsTheWaitAndTheReaderGoesOn() throws InterruptedException {
        try (reader) {
            CountDownLatch looking = new CountDownLatch(1);
            Thread waiting = Thread.ofVirtual()
                    .name("waypost-test-wait")
                    .start(() -> assertNobody(reader.capture(Duration.ofMinutes(5), stage -> looking.countDown())));
            looking.await();
            waiting.interrupt();
            assertTrue(waiting.join(Duration.ofSeconds(30)));
            touch(FINGER);
            assertExact(reader.capture(PATIENCE, CaptureProgress.UNHEARD), FINGER, model());
        }
    }
}
