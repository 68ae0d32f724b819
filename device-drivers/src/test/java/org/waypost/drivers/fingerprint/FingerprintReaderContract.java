package org.waypost.drivers.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.fingerprint.Ef01Rig.assertExact;
import static org.waypost.drivers.fingerprint.Ef01Rig.assertFault;
import static org.waypost.drivers.fingerprint.Ef01Rig.assertNobody;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.fingerprint.CaptureProgress.Stage;
import org.waypost.drivers.simulated.Ef01Model;
import org.waypost.drivers.simulated.SpecimenFinger;

/** What every fingerprint reader keeps, whatever link it stands behind. */
public abstract class FingerprintReaderContract {
    protected static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final SpecimenFinger FINGER = SpecimenFinger.of(11);

    /** The reader; the test closes it. */
    protected abstract FingerprintReader reader();

    /** The module whose size the pictures have. */
    protected abstract Ef01Model model();

    /** Lays a finger on the sensor, in place of one that lies there. */
    protected abstract void touch(SpecimenFinger finger);

    protected abstract void lift();

    /** Takes the device away from the driver. */
    protected abstract void unplug() throws Exception;

    @Test
    void takesThePictureOfAFingerPixelByPixel() {
        touch(FINGER);
        try (FingerprintReader reader = reader()) {
            assertExact(reader.capture(PATIENCE, CaptureProgress.UNHEARD), FINGER, model());
        }
    }

    @Test
    void tellsWhenToLayTheFingerDownAndWhenToLiftIt() {
        touch(FINGER);
        List<Stage> stages = new ArrayList<>();
        try (FingerprintReader reader = reader()) {
            assertExact(reader.capture(PATIENCE, stages::add), FINGER, model());
        }
        assertEquals(List.of(new Stage.PlaceFinger(), new Stage.MayLift()), stages.subList(0, 2));
        int size = model().width() * model().height() / 2;
        assertEquals(new Stage.Transferring(size, size), stages.getLast());
        int before = 0;
        for (Stage stage : stages.subList(2, stages.size())) {
            Stage.Transferring transferring = assertInstanceOf(Stage.Transferring.class, stage);
            assertTrue(transferring.received() > before && transferring.received() <= transferring.expected());
            before = transferring.received();
        }
    }

    @Test
    void saysNobodyWhileNoFingerLiesThere() {
        try (FingerprintReader reader = reader()) {
            assertNobody(reader.capture(Duration.ofMillis(500), CaptureProgress.UNHEARD));
            assertNobody(reader.capture(Duration.ZERO, CaptureProgress.UNHEARD));
        }
    }

    @Test
    void takesOneFingerAfterTheOther() {
        try (FingerprintReader reader = reader()) {
            touch(FINGER);
            assertExact(reader.capture(PATIENCE, CaptureProgress.UNHEARD), FINGER, model());
            lift();
            assertNobody(reader.capture(Duration.ZERO, CaptureProgress.UNHEARD));
            touch(SpecimenFinger.of(12));
            assertExact(reader.capture(PATIENCE, CaptureProgress.UNHEARD), SpecimenFinger.of(12), model());
        }
    }

    @Test
    void saysThatTheDeviceIsAbsent() throws Exception {
        try (FingerprintReader reader = reader()) {
            assertNobody(reader.capture(Duration.ZERO, CaptureProgress.UNHEARD));
            unplug();
            assertFault(Fault.DEVICE_ABSENT, reader.capture(PATIENCE, CaptureProgress.UNHEARD));
            assertFault(Fault.DEVICE_ABSENT, reader.capture(Duration.ZERO, CaptureProgress.UNHEARD));
        }
    }

    @Test
    void aCaptureAfterTheEndIsADefect() {
        FingerprintReader reader = reader();
        reader.close();
        reader.close();
        assertThrows(IllegalStateException.class, () -> reader.capture(Duration.ZERO, CaptureProgress.UNHEARD));
    }
}
