package org.waypost.drivers.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final Watchdog watchdog = new Watchdog("waypost-test-watch");
    private final CountDownLatch abandoned = new CountDownLatch(1);
    private final CountDownLatch closedUnseen = new CountDownLatch(1);

    private Watchdog.Operation<String> operation(Supplier<Reading<String>> verb) {
        return new Watchdog.Operation<>(verb, abandoned::countDown, late -> closedUnseen.countDown());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void handsOnWhatComesInTime() {
        Reading<String> taken = new Reading.Taken<>("in time");
        assertEquals(taken, watchdog.guard(LONG, operation(() -> taken)));
        assertEquals(1, abandoned.getCount());
        assertEquals(1, closedUnseen.getCount());
    }

    @Test
    void abandonsWhatTakesTooLongAndClosesWhatComesLate() {
        Reading<String> reading = watchdog.guard(SHORT, operation(() -> {
            await(abandoned);
            return new Reading.Taken<>("late");
        }));
        assertEquals(new Reading.Faulty<String>(Fault.NO_ANSWER), reading);
        await(closedUnseen);
    }

    @Test
    void doesNotWaitForAnOperationThatNeverEnds() {
        CountDownLatch end = new CountDownLatch(1);
        try {
            assertEquals(new Reading.Faulty<String>(Fault.NO_ANSWER), watchdog.guard(SHORT, operation(() -> {
                await(end);
                return new Reading.Nobody<>();
            })));
        } finally {
            end.countDown();
        }
    }

    @Test
    void anOperationStuckWithoutYieldingTakesNothingFromOthers() throws InterruptedException {
        int enough = 2 * Runtime.getRuntime().availableProcessors();
        CountDownLatch end = new CountDownLatch(1);
        for (int i = 0; i < enough; i++) {
            watchdog.guard(SHORT, operation(() -> {
                while (end.getCount() > 0) {
                    Thread.onSpinWait();
                }
                return new Reading.Nobody<>();
            }));
        }
        Thread other = Thread.ofVirtual().start(() -> {});
        boolean ran = other.join(Duration.ofSeconds(30));
        end.countDown();
        assertTrue(ran, "virtual threads still run");
    }

    @Test
    void aDefectIsNotSwallowed() {
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> watchdog.guard(LONG, operation(() -> {
                    throw new IllegalArgumentException("defect");
                })));
        assertInstanceOf(IllegalArgumentException.class, thrown.getCause());
    }

    @Test
    void anInterruptIsPassedOnAndKept() {
        Thread.currentThread().interrupt();
        Reading<String> reading = watchdog.guard(LONG, operation(() -> {
            Ticker.SYSTEM.pause(LONG);
            return new Reading.Nobody<>();
        }));
        assertTrue(Thread.interrupted());
        assertEquals(new Reading.Nobody<String>(), reading);
    }
}
