package org.waypost.drivers.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.assertNobody;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Health;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.simulated.Ef01Fault;
import org.waypost.drivers.simulated.Ef01Model;
import org.waypost.drivers.simulated.Ef01Order;
import org.waypost.drivers.simulated.Ef01Simulator;
import org.waypost.drivers.simulated.SimulatedFingerprintReader;
import org.waypost.drivers.simulated.SpecimenFinger;
import org.waypost.testing.ExpectFailure;

class SupervisedFingerprintReaderTest extends FingerprintReaderContract {
    private final Ef01Simulator simulator = new Ef01Simulator(Ef01Model.R503, false);
    private final HealthMonitor monitor =
            new HealthMonitor(DeviceKind.FINGERPRINT_MODULE, "finger", () -> Instant.EPOCH);
    private final FingerprintReader reader =
            FingerprintReader.supervised(() -> new SimulatedFingerprintReader(simulator), monitor);

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
        simulator.touch(finger);
    }

    @Override
    protected void lift() {
        simulator.lift();
    }

    @Override
    protected void unplug() {
        simulator.unplug();
    }

    @Test
    void itsHealthFollowsWhatComesOfItsUse() {
        try (reader) {
            assertEquals(Health.State.UNTRIED, monitor.health().state());
            assertNobody(reader.capture(Duration.ZERO, CaptureProgress.UNHEARD));
            assertEquals(Health.State.READY, monitor.health().state());
            unplug();
            assertFault(Fault.DEVICE_ABSENT, reader.capture(Duration.ZERO, CaptureProgress.UNHEARD));
            assertEquals(Health.State.ABSENT, monitor.health().state());
            assertEquals(Health.Remedy.CONNECT, monitor.health().remedy());
        }
    }

    @Test
    void aFingerThatCannotBeReadIsNotTheModulesFault() {
        simulator.arm(Ef01Order.TAKE_GOOD_IMAGE, new Ef01Fault.Code(0x03));
        try (reader) {
            assertFault(Fault.FINGER_UNREADABLE, reader.capture(Duration.ZERO, CaptureProgress.UNHEARD));
            assertEquals(Health.State.READY, monitor.health().state());
        }
    }

    /** A driver that waits until it is closed, whatever the patience. */
    private static final class Hanging implements FingerprintReader {
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public Reading<Fingerprint> capture(Duration patience, CaptureProgress progress) {
            try {
                closed.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return new Reading.Nobody<>();
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    @Test
    void aDriverThatHangsIsGivenUpAfterTheLimitBeyondItsPatience() {
        Hanging hanging = new Hanging();
        try (FingerprintReader other = FingerprintReader.supervised(() -> hanging, monitor)) {
            Duration none = FingerprintReader.LONGEST_CAPTURE.negated().plusMillis(50);
            assertFault(Fault.NO_ANSWER, other.capture(none, CaptureProgress.UNHEARD));
            assertEquals(0, hanging.closed.getCount());
            assertEquals(Optional.of(Fault.NO_ANSWER), monitor.health().fault());
        }
    }

    @Test
    @ExpectFailure(IllegalStateException.class)
    void aDriverThatThrowsIsADefect() {
        CaptureProgress broken = stage -> {
            throw new IllegalArgumentException("a defect");
        };
        try (reader) {
            assertFault(Fault.DRIVER_DEFECT, reader.capture(PATIENCE, broken));
            assertNobody(reader.capture(Duration.ZERO, CaptureProgress.UNHEARD));
        }
    }
}
