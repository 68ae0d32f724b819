package org.waypost.drivers.camera;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.taken;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.simulated.CameraScene;

class RecordingTest extends CameraContract {
    private static final int FRAMES = 20;
    private static final Duration PACE = Duration.ofMillis(10);
    private static final CameraScene SCENE = new CameraScene(320, 240);

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void record() throws IOException {
        file = directory.resolve("counter.mjpeg");
        plug();
    }

    @Override
    protected Camera camera() {
        return new MjpegCamera(new Recording(file), PACE, Ticker.SYSTEM);
    }

    @Override
    protected void unplug() throws IOException {
        Files.write(file, new byte[0]);
    }

    @Override
    protected void plug() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int frame = 0; frame < FRAMES; frame++) {
            all.writeBytes(SCENE.jpeg(frame, 100));
        }
        Files.write(file, all.toByteArray());
    }

    private static ByteBuffer chunk(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(US_ASCII))
                .putInt(content.length)
                .put(content);
    }

    @Test
    void playsPicturesInChunksOfAnAviFile() throws IOException {
        ByteArrayOutputStream movie = new ByteArrayOutputStream();
        movie.writeBytes(chunk("avih", new byte[56]).array());
        for (int frame = 0; frame < FRAMES; frame++) {
            movie.writeBytes(chunk("00dc", SCENE.jpeg(frame, 100)).array());
        }
        movie.writeBytes(chunk("idx1", new byte[16 * FRAMES]).array());
        Files.write(file, chunk("RIFF", movie.toByteArray()).array());
        try (Camera camera = camera()) {
            for (int i = 0; i < FRAMES; i++) {
                taken(camera.preview(PATIENCE)).close();
            }
            taken(camera.photograph(PATIENCE)).close();
        }
    }

    @Test
    void playsOverAndOverAtItsPace() {
        SteppedTicker ticker = new SteppedTicker();
        try (Camera camera = new MjpegCamera(new Recording(file), Duration.ofMillis(66), ticker)) {
            long number = 0;
            while (number < 2 * FRAMES) {
                try (Frame frame = taken(camera.preview(PATIENCE))) {
                    assertTrue(frame.number() > number);
                    number = frame.number();
                }
            }
            double rate = camera.delivery().orElseThrow().framesPerSecond();
            assertTrue(rate > 1 && rate <= 1_000.0 / 66, "frames a second: " + rate);
        }
    }

    @Test
    void aFileWithoutPicturesIsUnreliable() throws IOException {
        Files.write(file, new byte[100_000]);
        try (Camera camera = camera()) {
            assertFault(Fault.LINK_UNRELIABLE, camera.preview(PATIENCE));
        }
    }

    @Test
    void aFileThatIsNotThereIsAnAbsentDevice() {
        try (Camera camera = new MjpegCamera(new Recording(directory.resolve("none")), PACE, Ticker.SYSTEM)) {
            assertFault(Fault.DEVICE_ABSENT, camera.preview(PATIENCE));
            assertEquals(Optional.empty(), camera.delivery());
        }
    }
}
