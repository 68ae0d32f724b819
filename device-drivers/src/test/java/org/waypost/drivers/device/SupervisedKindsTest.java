package org.waypost.drivers.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waypost.drivers.device.Health.Remedy;
import org.waypost.drivers.device.Health.State;
import org.waypost.testing.ExpectFailure;

/** What supervision keeps for every kind of device: since when it fails is known, and what to do. */
class SupervisedKindsTest {
    private static final Instant BEGIN = Instant.parse("2026-11-29T08:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(20);

    private Instant now = BEGIN;
    private final Deque<Ways> made = new ArrayDeque<>();

    /** A driver that answers in one way only. */
    static final class Ways {
        private final Function<CountDownLatch, Reading<?>> answer;
        final CountDownLatch closed = new CountDownLatch(1);

        private Ways(Function<CountDownLatch, Reading<?>> answer) {
            this.answer = answer;
        }

        static Ways answering(Supplier<Reading<?>> answer) {
            return new Ways(closed -> answer.get());
        }

        /** Waits until it is closed, whatever the patience. */
        static Ways hanging() {
            return new Ways(Ways::untilClosed);
        }

        private static Reading<?> untilClosed(CountDownLatch closed) {
            try {
                closed.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return new Reading.Nobody<>();
        }

        <T> Reading<T> answer() {
            return switch (answer.apply(closed)) {
                case Reading.Nobody<?> nobody -> new Reading.Nobody<>();
                case Reading.Faulty<?> faulty -> new Reading.Faulty<>(faulty.fault());
                case Reading.Taken<?> taken -> throw new IllegalArgumentException("nothing is taken here");
            };
        }
    }

    private static Reading<?> throwing() {
        throw new IllegalStateException("a defect");
    }

    private SupervisedKind.Use supervised(SupervisedKind kind, HealthMonitor monitor, Ways... drivers) {
        Deque<Ways> coming = new ArrayDeque<>(List.of(drivers));
        return kind.supervised(
                () -> {
                    made.push(coming.pop());
                    return made.element();
                },
                monitor);
    }

    private HealthMonitor monitor(SupervisedKind kind) {
        return new HealthMonitor(kind.kind(), "device", () -> now);
    }

    private static void assertFails(State state, Fault fault, Remedy remedy, Instant since, Health health) {
        assertEquals(state, health.state());
        assertEquals(Optional.of(fault), health.fault());
        assertEquals(remedy, health.remedy());
        assertEquals(since, health.since());
    }

    @ParameterizedTest
    @EnumSource
    void aDriverThatHangsIsClosedAndTheNextUseHasAnother(SupervisedKind kind) throws InterruptedException {
        HealthMonitor monitor = monitor(kind);
        Ways hanging = Ways.hanging();
        try (var device = supervised(kind, monitor, hanging, Ways.answering(Reading.Nobody::new))) {
            now = BEGIN.plusSeconds(60);
            assertEquals(new Reading.Faulty<>(Fault.NO_ANSWER), device.use(Duration.ofMillis(50)));
            assertFails(State.FAULTY, Fault.NO_ANSWER, Remedy.WAIT, now, monitor.health());
            hanging.closed.await();
            now = BEGIN.plusSeconds(90);
            assertInstanceOf(Reading.Nobody.class, device.use(LONG));
            assertEquals(State.READY, monitor.health().state());
            assertEquals(2, made.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    @ExpectFailure(IllegalStateException.class)
    void aDriverThatThrowsIsADefectAndTheNextUseHasAnother(SupervisedKind kind) throws InterruptedException {
        HealthMonitor monitor = monitor(kind);
        Ways defect = Ways.answering(SupervisedKindsTest::throwing);
        try (var device = supervised(kind, monitor, defect, Ways.answering(Reading.Nobody::new))) {
            assertEquals(new Reading.Faulty<>(Fault.DRIVER_DEFECT), device.use(LONG));
            assertFails(State.FAULTY, Fault.DRIVER_DEFECT, Remedy.CALL_SERVICE, BEGIN, monitor.health());
            defect.closed.await();
            assertInstanceOf(Reading.Nobody.class, device.use(LONG));
            assertEquals(State.READY, monitor.health().state());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAbsentDeviceIsAbsentSinceItWasFirstMissed(SupervisedKind kind) {
        HealthMonitor monitor = monitor(kind);
        Ways absent = Ways.answering(() -> new Reading.Faulty<>(Fault.DEVICE_ABSENT));
        try (var device = supervised(kind, monitor, absent)) {
            for (int minute = 1; minute <= 3; minute++) {
                now = BEGIN.plusSeconds(60L * minute);
                assertEquals(new Reading.Faulty<>(Fault.DEVICE_ABSENT), device.use(LONG));
            }
            Instant first = BEGIN.plusSeconds(60);
            assertFails(State.ABSENT, Fault.DEVICE_ABSENT, Remedy.CONNECT, first, monitor.health());
            assertEquals(1, made.size(), "an absent device is no defect of its driver");
        }
    }

    @ParameterizedTest
    @EnumSource
    void itsEndIsTheDrivers(SupervisedKind kind) throws InterruptedException {
        Ways ready = Ways.answering(Reading.Nobody::new);
        try (var device = supervised(kind, monitor(kind), ready)) {
            device.use(LONG);
        }
        ready.closed.await();
    }
}
