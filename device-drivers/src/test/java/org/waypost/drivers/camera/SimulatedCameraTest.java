package org.waypost.drivers.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.taken;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.simulated.CameraFault;
import org.waypost.drivers.simulated.CameraLight;
import org.waypost.drivers.simulated.CameraScene;
import org.waypost.drivers.simulated.CameraSimulator;
import org.waypost.drivers.simulated.SimulatedCamera;

/** The assembled camera as a demonstration terminal uses it. */
class SimulatedCameraTest extends CameraContract {
    private static final CameraScene SCENE = new CameraScene(320, 240);
    private final CameraSimulator simulator = new CameraSimulator(SCENE, Duration.ofMillis(10), Ticker.SYSTEM);

    @Override
    protected Camera camera() {
        return new SimulatedCamera(simulator);
    }

    @Override
    protected void unplug() {
        simulator.unplug();
    }

    @Override
    protected void plug() {
        simulator.plug();
    }

    private static double mean(byte[] jpeg) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(jpeg));
        double sum = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                sum += ((rgb >> 16) & 0xFF) + ((rgb >> 8) & 0xFF) + (rgb & 0xFF);
            }
        }
        return sum / image.getWidth() / image.getHeight() / 3;
    }

    private static double mean(Portrait portrait) {
        return portrait.pixels()
                .elements(ValueLayout.JAVA_BYTE)
                .mapToInt(pixel -> pixel.get(ValueLayout.JAVA_BYTE, 0) & 0xFF)
                .average()
                .orElseThrow();
    }

    private static void assertBright(CameraSimulator simulator, CameraLight light) throws IOException {
        simulator.light(light);
        try (Camera camera = new SimulatedCamera(simulator);
                Portrait portrait = taken(camera.photograph(PATIENCE))) {
            double full = mean(SCENE.jpeg(1, 100));
            assertTrue(mean(portrait) > 0.93 * full, mean(portrait) + " of " + full);
        }
    }

    @Test
    void waitsUntilARisingExposureHasSettled() throws IOException {
        assertBright(simulator, CameraLight.risingOver(40));
    }

    @Test
    void doesNotBelieveTheFirstPicturesThoughTheyAreAlike() throws IOException {
        // OpenCV is loaded by the first picture; the second sees a slow camera's frames from the first on
        assertBright(simulator, CameraLight.STEADY);
        CameraSimulator slow = new CameraSimulator(SCENE, Duration.ofMillis(100), Ticker.SYSTEM);
        assertBright(slow, frame -> frame <= ExposureWatch.DISCARDED ? 30 : 100);
    }

    @Test
    void saysThatTheLightIsUnsteady() {
        simulator.light(CameraLight.flickering());
        try (Camera camera = camera()) {
            assertFault(Fault.LIGHT_UNSTEADY, camera.photograph(PATIENCE));
        }
    }

    @Test
    void tornPicturesGarbageAndOversizeAreSkipped() {
        simulator.arm(new CameraFault.Torn(3_000));
        simulator.arm(new CameraFault.Garbage(100_000));
        simulator.arm(new CameraFault.Announced(5_000, 5_000));
        simulator.arm(new CameraFault.Endless(JpegSplitter.MOST_BYTES + 1));
        try (Camera camera = camera()) {
            for (int i = 0; i < 5; i++) {
                try (Frame frame = taken(camera.preview(PATIENCE))) {
                    assertEquals(320, frame.width());
                    assertTrue(frame.jpeg().byteSize() < 100_000);
                }
            }
            taken(camera.photograph(PATIENCE)).close();
        }
    }

    @Test
    void aCameraThatSendsNoGoodPictureIsUnreliable() {
        CameraSimulator boastful = new CameraSimulator(SCENE, Duration.ZERO, Ticker.SYSTEM);
        boastful.arm(new CameraFault.Announced(4_097, 10), 10_000);
        try (Camera camera = new SimulatedCamera(boastful)) {
            assertFault(Fault.LINK_UNRELIABLE, camera.preview(PATIENCE));
        }
    }

    @Test
    void aCameraThatFallsSilentIsGivenUpAndOpenedAnew() {
        simulator.arm(new CameraFault.Silence(Duration.ofSeconds(6)));
        try (Camera camera = camera()) {
            assertFault(Fault.NO_ANSWER, camera.preview(PATIENCE));
            taken(camera.preview(PATIENCE)).close();
        }
    }

    @Test
    void anEndedStreamIsOpenedAnew() {
        simulator.arm(new CameraFault.EndOfStream());
        try (Camera camera = camera()) {
            assertFault(Fault.DEVICE_ABSENT, camera.preview(PATIENCE));
            taken(camera.preview(PATIENCE)).close();
        }
    }

    @Test
    void theCameraRunsFromTheFirstUseToTheEndAndNoLonger() throws InterruptedException {
        Camera camera = camera();
        assertEquals(0, simulator.connections());
        taken(camera.preview(PATIENCE)).close();
        assertEquals(1, simulator.connections());
        camera.close();
        while (simulator.connections() > 0) {
            Thread.sleep(1);
        }
    }
}
