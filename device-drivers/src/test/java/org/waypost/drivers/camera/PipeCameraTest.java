package org.waypost.drivers.camera;

import static org.waypost.drivers.device.Readings.assertFault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.simulated.CameraScene;
import org.waypost.drivers.simulated.CameraSimulator;

/** A named pipe of the system, into which another program would write. */
class PipeCameraTest extends CameraContract {
    private final CameraSimulator simulator =
            new CameraSimulator(new CameraScene(320, 240), Duration.ofMillis(10), Ticker.SYSTEM);

    @TempDir
    private Path directory;

    private Path pipe;

    @BeforeEach
    void lay() throws IOException, InterruptedException {
        pipe = directory.resolve("camera");
        try {
            new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        } catch (IOException missing) {
            Assumptions.abort("there is no mkfifo: no named pipe (" + missing.getMessage() + ")");
        }
        plug();
    }

    /** The driver opens the pipe for both directions, so a writer never waits for it. */
    @Override
    protected void plug() throws IOException {
        simulator.plug();
        FileChannel writer = FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Thread.ofPlatform().daemon().name("waypost-test-rpicam").start(() -> simulator.serve(writer));
    }

    @Override
    @AfterEach
    protected void unplug() {
        simulator.unplug();
    }

    @Override
    protected Camera camera() {
        return camera(pipe);
    }

    private static Camera camera(Path path) {
        return new MjpegCamera(new PipeStream(path), Ticker.SYSTEM);
    }

    @Test
    void aPipeThatIsNotThereIsAnAbsentDevice() {
        try (Camera camera = camera(directory.resolve("none"))) {
            assertFault(Fault.DEVICE_ABSENT, camera.preview(PATIENCE));
        }
    }

    @Test
    void aFileIsNoPipe() throws IOException {
        try (Camera camera = camera(Files.createFile(directory.resolve("file")))) {
            assertFault(Fault.ADDRESS_REFUSED, camera.preview(PATIENCE));
        }
    }
}
