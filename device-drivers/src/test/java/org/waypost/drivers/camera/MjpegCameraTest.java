package org.waypost.drivers.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.device.Readings.assertFault;
import static org.waypost.drivers.device.Readings.assertNobody;
import static org.waypost.drivers.device.Readings.taken;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Backoff;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.simulated.CameraScene;
import org.waypost.testing.ExpectFailure;

/** Which frame is given when, under a clock of the test's own. */
class MjpegCameraTest {
    private static final CameraScene SCENE = new CameraScene(64, 64);
    private static final Duration NOW = Duration.ZERO;

    private final ScriptedStream stream = new ScriptedStream();
    private final SteppedTicker ticker = new SteppedTicker();

    private MjpegCamera opened() {
        MjpegCamera camera = new MjpegCamera(stream, ticker);
        assertNobody(camera.preview(NOW));
        return camera;
    }

    private void frames(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            stream.deliver(SCENE.jpeg(i, 100));
        }
    }

    private static void assertNumber(long number, MjpegCamera camera) {
        try (Frame frame = taken(camera.preview(NOW))) {
            assertEquals(number, frame.number());
        }
    }

    @Test
    void givesTheNewestFrameAndEachOnlyOnce() throws InterruptedException {
        try (MjpegCamera camera = opened()) {
            frames(3);
            assertNumber(3, camera);
            assertNobody(camera.preview(NOW));
            frames(1);
            assertNumber(4, camera);
        }
    }

    @Test
    void givesNoFrameOlderThanHalfASecond() throws InterruptedException {
        try (MjpegCamera camera = opened()) {
            frames(1);
            ticker.advance(Duration.ofMillis(500));
            assertNumber(1, camera);
            frames(1);
            ticker.advance(Duration.ofMillis(500).plusNanos(1));
            assertNobody(camera.preview(NOW));
            frames(1);
            assertNumber(3, camera);
        }
    }

    @Test
    void waitsNoLongerThanItsPatience() {
        try (MjpegCamera camera = opened()) {
            long before = ticker.nanos();
            assertNobody(camera.preview(Duration.ofMillis(300)));
            long waited = ticker.nanos() - before;
            assertTrue(waited >= 300_000_000L && waited < 310_000_000L, "waited " + waited);
        }
    }

    @Test
    void aFrameThatComesDuringTheWaitIsGiven() throws InterruptedException {
        try (MjpegCamera camera = opened()) {
            Thread.ofVirtual().start(() -> {
                try {
                    frames(1);
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            });
            taken(camera.preview(Duration.ofMinutes(1))).close();
        }
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        try (MjpegCamera camera = opened()) {
            Thread.currentThread().interrupt();
            assertNobody(camera.preview(Duration.ofDays(1)));
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void aLostCameraIsOpenedAgainAfterAPauseThatDoubles() throws InterruptedException {
        try (MjpegCamera camera = opened()) {
            stream.end();
            assertFault(Fault.DEVICE_ABSENT, camera.preview(Duration.ofMinutes(1)));
            assertFault(Fault.DEVICE_ABSENT, camera.preview(Backoff.FIRST.minusMillis(1)));
            assertEquals(1, stream.openings());
            assertNobody(camera.preview(Duration.ofMillis(2)));
            assertEquals(2, stream.openings());
            stream.end();
            assertFault(Fault.DEVICE_ABSENT, camera.preview(Duration.ofMinutes(1)));
            assertFault(Fault.DEVICE_ABSENT, camera.preview(Backoff.FIRST));
            assertEquals(2, stream.openings());
            assertNobody(camera.preview(Backoff.FIRST));
            assertEquals(3, stream.openings());
        }
    }

    @Test
    void silenceOfTwoSecondsIsNoAnswer() throws InterruptedException {
        try (MjpegCamera camera = opened()) {
            frames(1);
            ticker.advance(CameraFeed.SILENCE);
            assertNobody(camera.preview(NOW));
            ticker.advance(Duration.ofNanos(1));
            assertFault(Fault.NO_ANSWER, camera.preview(NOW));
        }
    }

    @Test
    void babbleForTwoSecondsIsAnUnreliableLink() throws InterruptedException {
        try (MjpegCamera camera = opened()) {
            stream.deliver(new byte[(1 << 20) + 1]);
            assertNobody(camera.preview(NOW));
            ticker.advance(CameraFeed.SILENCE.plusNanos(1));
            assertFault(Fault.LINK_UNRELIABLE, camera.preview(NOW));
        }
    }

    @Test
    void anOpeningThatHangsIsNoAnswerAndNoSecondOneStandsBesideIt() {
        CountDownLatch hanging = new CountDownLatch(1);
        AtomicInteger openings = new AtomicInteger();
        PictureStream stuck = () -> {
            openings.incrementAndGet();
            awaitDeafly(hanging);
            throw new CameraLost(Fault.DEVICE_ABSENT, "at last");
        };
        try (MjpegCamera camera = new MjpegCamera(stuck, ticker)) {
            assertFault(Fault.NO_ANSWER, camera.preview(NOW));
            ticker.advance(Duration.ofSeconds(1));
            assertFault(Fault.NO_ANSWER, camera.preview(NOW));
            assertEquals(1, openings.get());
            ticker.advance(CameraFeed.LETTING_GO);
            assertFault(Fault.NO_ANSWER, camera.preview(NOW));
            assertEquals(2, openings.get());
        } finally {
            hanging.countDown();
        }
    }

    /** Native code does not hear an interrupt. */
    private static void awaitDeafly(CountDownLatch latch) {
        boolean over = false;
        while (!over) {
            try {
                latch.await();
                over = true;
            } catch (InterruptedException unheard) {
                over = latch.getCount() == 0;
            }
        }
    }

    @Test
    @ExpectFailure(IllegalArgumentException.class)
    void aDefectOfTheDriverIsLoggedOnceAndIsAFault() {
        PictureStream broken = () -> {
            throw new IllegalArgumentException("a defect");
        };
        try (MjpegCamera camera = new MjpegCamera(broken, ticker)) {
            assertFault(Fault.DRIVER_DEFECT, camera.preview(NOW));
        }
    }

    @Test
    void picturesThatCannotBeDecodedAreNoPortrait() throws InterruptedException {
        byte[] hollow = SCENE.jpeg(1, 100);
        for (int i = 3; i < hollow.length - 2; i++) {
            // the Huffman tables name symbols no decoder takes
            if (hollow[i - 1] == (byte) 0xFF && hollow[i] == (byte) 0xC4) {
                Arrays.fill(hollow, i + 4, i + 20, (byte) 0x7F);
            }
        }
        try (MjpegCamera camera = opened()) {
            Thread feeder = Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        stream.deliver(hollow);
                    }
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            });
            assertFault(Fault.LINK_UNRELIABLE, camera.photograph(Duration.ofMinutes(5)));
            feeder.interrupt();
        }
    }
}
