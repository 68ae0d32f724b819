package org.waypost.drivers.camera;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.device.Readings.taken;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;

/** What every camera keeps, whatever it stands behind. */
public abstract class CameraContract {
    protected static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The camera, not used yet; the test closes it. */
    protected abstract Camera camera() throws Exception;

    /** Takes the device away from the driver. */
    protected abstract void unplug() throws Exception;

    /** Gives it back. */
    protected abstract void plug() throws Exception;

    @Test
    void aPreviewIsAWholePictureOfTheSizeItSays() throws Exception {
        try (Camera camera = camera()) {
            for (int i = 0; i < 10; i++) {
                try (Frame frame = taken(camera.preview(PATIENCE))) {
                    assertWhole(frame);
                    Camera.Delivery delivery = camera.delivery().orElseThrow();
                    assertEquals(frame.width(), delivery.width());
                    assertEquals(frame.height(), delivery.height());
                }
            }
            assertTrue(camera.delivery().orElseThrow().framesPerSecond() > 1);
        }
    }

    private static void assertWhole(Frame frame) throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        frame.writeTo(page);
        byte[] file = page.toByteArray();
        assertEquals(frame.jpeg().byteSize(), file.length);
        assertEquals((byte) 0xFF, file[0]);
        assertEquals((byte) 0xD8, file[1]);
        assertEquals((byte) 0xFF, file[file.length - 2]);
        assertEquals((byte) 0xD9, file[file.length - 1]);
    }

    @Test
    void aStillPictureIsDecodedInTheSizeOfThePreview() throws Exception {
        try (Camera camera = camera();
                Frame frame = taken(camera.preview(PATIENCE));
                Portrait portrait = taken(camera.photograph(PATIENCE))) {
            assertEquals(frame.width(), portrait.width());
            assertEquals(frame.height(), portrait.height());
            assertTrue(portrait.pixels()
                    .elements(ValueLayout.JAVA_BYTE)
                    .anyMatch(pixel -> pixel.get(ValueLayout.JAVA_BYTE, 0) != 0));
        }
    }

    @Test
    void aSecondConsumerIsTurnedAway() throws Exception {
        try (Camera camera = camera()) {
            taken(camera.preview(PATIENCE)).close();
            AtomicBoolean turnedAway = new AtomicBoolean();
            CompletableFuture<Void> first = CompletableFuture.runAsync(() -> {
                for (int tries = 0; tries < 20 && !turnedAway.get(); tries++) {
                    use(camera.photograph(PATIENCE), turnedAway);
                }
            });
            while (!first.isDone()) {
                use(camera.preview(Duration.ZERO), turnedAway);
            }
            first.join();
            assertTrue(turnedAway.get(), "both were served at the same time");
            taken(camera.preview(PATIENCE)).close();
        }
    }

    private static void use(Reading<? extends AutoCloseable> reading, AtomicBoolean turnedAway) {
        switch (reading) {
            case Reading.Taken<? extends AutoCloseable> taken -> assertDoesClose(taken.value());
            case Reading.Nobody<? extends AutoCloseable> nobody -> {}
            case Reading.Faulty<? extends AutoCloseable> faulty -> {
                assertEquals(Fault.IN_USE, faulty.fault());
                turnedAway.set(true);
            }
        }
    }

    private static void assertDoesClose(AutoCloseable picture) {
        assertDoesNotThrow(picture::close);
    }

    @Test
    void anUnpluggedCameraIsAFaultAndComesBackByItself() throws Exception {
        try (Camera camera = camera()) {
            taken(camera.preview(PATIENCE)).close();
            unplug();
            Fault fault = untilFaulty(camera);
            assertTrue(fault == Fault.DEVICE_ABSENT || fault == Fault.NO_ANSWER, fault::name);
            assertInstanceOf(Reading.Faulty.class, camera.photograph(Duration.ofMillis(10)));
            plug();
            Reading<Frame> reading = camera.preview(PATIENCE);
            while (reading instanceof Reading.Faulty) {
                reading = camera.preview(PATIENCE);
            }
            taken(reading).close();
        }
    }

    private static Fault untilFaulty(Camera camera) {
        while (true) {
            switch (camera.preview(PATIENCE)) {
                case Reading.Taken<Frame> onTheWay -> onTheWay.value().close();
                case Reading.Nobody<Frame> notYet -> {}
                case Reading.Faulty<Frame> faulty -> {
                    return faulty.fault();
                }
            }
        }
    }

    @Test
    void closingEndsAWait() throws Exception {
        Camera camera = camera();
        CompletableFuture<Void> endless = CompletableFuture.runAsync(() -> {
            Reading<Frame> reading = onceMore(camera);
            while (reading instanceof Reading.Taken<Frame> taken) {
                taken.value().close();
                reading = onceMore(camera);
            }
            assertEquals(new Reading.Nobody<Frame>(), reading);
        });
        camera.close();
        endless.join();
    }

    private static Reading<Frame> onceMore(Camera camera) {
        try {
            return camera.preview(PATIENCE);
        } catch (IllegalStateException closedBetween) {
            return new Reading.Nobody<>();
        }
    }

    @Test
    void aUseAfterTheEndIsADefect() throws Exception {
        Camera camera = camera();
        camera.close();
        camera.close();
        assertThrows(IllegalStateException.class, () -> camera.preview(Duration.ZERO));
        assertThrows(IllegalStateException.class, () -> camera.photograph(Duration.ZERO));
    }
}
