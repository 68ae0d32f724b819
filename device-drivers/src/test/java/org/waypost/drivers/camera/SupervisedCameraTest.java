package org.waypost.drivers.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.taken;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Health;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.simulated.CameraLight;
import org.waypost.drivers.simulated.CameraScene;
import org.waypost.drivers.simulated.CameraSimulator;
import org.waypost.drivers.simulated.SimulatedCamera;

class SupervisedCameraTest extends CameraContract {
    private final CameraSimulator simulator =
            new CameraSimulator(new CameraScene(320, 240), Duration.ofMillis(10), Ticker.SYSTEM);
    private final HealthMonitor monitor = new HealthMonitor(DeviceKind.CAMERA, "camera", () -> Instant.EPOCH);

    @Override
    protected Camera camera() {
        return Camera.supervised(() -> new SimulatedCamera(simulator), monitor);
    }

    @Override
    protected void unplug() {
        simulator.unplug();
    }

    @Override
    protected void plug() {
        simulator.plug();
    }

    @Test
    void healthFollowsTheCamera() {
        try (Camera camera = camera()) {
            assertEquals(Health.State.UNTRIED, monitor.health().state());
            taken(camera.preview(PATIENCE)).close();
            assertEquals(Health.State.READY, monitor.health().state());
            simulator.unplug();
            while (monitor.health().state() == Health.State.READY) {
                if (camera.preview(PATIENCE) instanceof Reading.Taken<Frame> last) {
                    last.value().close();
                }
            }
            assertEquals(Health.State.ABSENT, monitor.health().state());
            assertEquals(Health.Remedy.CONNECT, monitor.health().remedy());
        }
    }

    @Test
    void aRestlessLightIsNoMatterOfHealth() {
        simulator.light(CameraLight.flickering());
        try (Camera camera = camera()) {
            assertFault(Fault.LIGHT_UNSTEADY, camera.photograph(PATIENCE));
            assertEquals(Health.State.READY, monitor.health().state());
        }
    }
}
