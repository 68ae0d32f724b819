package org.waypost.drivers.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Health.State;
import org.waypost.testing.ExpectFailure;

class SupervisedTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<Probe> made = new ArrayList<>();
    private final Supervised<Probe> supervised =
            new Supervised<>(this::make, new HealthMonitor(DeviceKind.MRZ_READER, "probe", () -> Instant.EPOCH));

    private Probe make() {
        Probe probe = new Probe();
        made.add(probe);
        return probe;
    }

    /** A device that does what the test says. */
    private static final class Probe implements Device {
        private final CountDownLatch closed = new CountDownLatch(1);

        Reading<String> hang() {
            try {
                closed.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return new Reading.Nobody<>();
        }

        @Override
        public Identity identity() {
            return Identity.CONFIRMED;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private Reading<String> answer(Reading<String> reading) {
        return supervised.use(LIMIT, probe -> reading, late -> {});
    }

    @Test
    void usesOneDriverAsLongAsItAnswers() {
        answer(new Reading.Nobody<>());
        answer(new Reading.Faulty<>(Fault.LINK_UNRELIABLE));
        assertEquals(1, made.size());
        assertEquals(State.FAULTY, supervised.health().state());
        assertEquals(Device.Identity.CONFIRMED, supervised.health().identity());
    }

    @Test
    void replacesADriverThatDoesNotReturn() {
        assertEquals(
                new Reading.Faulty<String>(Fault.NO_ANSWER),
                supervised.use(Duration.ofMillis(100), Probe::hang, late -> {}));
        assertEquals(State.FAULTY, supervised.health().state());
        assertEquals(0, made.getFirst().closed.getCount());
        answer(new Reading.Nobody<>());
        assertEquals(2, made.size());
        assertEquals(State.READY, supervised.health().state());
    }

    @Test
    @ExpectFailure(IllegalStateException.class)
    void replacesADriverThatThrows() {
        Reading<String> reading = supervised.use(
                LIMIT,
                probe -> {
                    throw new IllegalArgumentException("a defect");
                },
                late -> {});
        assertEquals(new Reading.Faulty<String>(Fault.DRIVER_DEFECT), reading);
        answer(new Reading.Taken<>("x"));
        assertEquals(2, made.size());
    }

    @Test
    void closingEndsTheUseAndThereIsNoOther() throws InterruptedException {
        Thread waiting = Thread.ofVirtual().start(() -> supervised.use(LIMIT, Probe::hang, late -> {}));
        while (supervised.health().state() != State.BUSY || made.isEmpty()) {
            Thread.sleep(5);
        }
        Thread.sleep(100);
        supervised.close();
        assertTrue(waiting.join(LIMIT));
        assertThrows(IllegalStateException.class, () -> answer(new Reading.Nobody<>()));
    }
}
