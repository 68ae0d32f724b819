package org.waypost.trials;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fingerprint.CaptureProgress;
import org.waypost.drivers.simulated.CodeSimulatedReader;
import org.waypost.drivers.simulated.MrzSimulatedReader;
import org.waypost.drivers.simulated.SimulatedCardReader;
import org.waypost.drivers.simulated.SimulatedFingerprintReader;

/**
 * What it costs to wait: card, zone, code and finger readers ask their simulated devices at the pace of real lines, and
 * nobody comes. The simulated devices run in the same process and are counted with the drivers. Each device is asked a
 * thousand times at first, as in the first minutes of a terminal that then waits for hours.
 */
final class DriversIdle {
    private static final int FIRST_LOOKS = 1_000;
    private static final Duration SETTLING = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final double MOST_PERCENT = 2;

    private final AtomicInteger others = new AtomicInteger();
    private final CountDownLatch warm = new CountDownLatch(4);

    void run(Consumer<Figure> figures) throws IOException, InterruptedException {
        try (SimulatedCardReader card = new SimulatedCardReader();
                MrzSimulatedReader zone = new MrzSimulatedReader(Clock.systemUTC());
                CodeSimulatedReader code = new CodeSimulatedReader();
                SimulatedFingerprintReader finger = new SimulatedFingerprintReader()) {
            List<Thread> loops = List.of(
                    waiting(card::read),
                    waiting(zone::read),
                    waiting(code::read),
                    waiting(patience -> finger.capture(patience, CaptureProgress.UNHEARD)));
            if (!warm.await(2, TimeUnit.MINUTES)) {
                throw new IOException("a device does not answer a thousand times in two minutes");
            }
            Thread.sleep(SETTLING);
            measure(figures);
            loops.forEach(Thread::interrupt);
            for (Thread loop : loops) {
                loop.join();
            }
        }
        figures.accept(Figure.atMost(0, "drivers-idle-anything-but-nobody", others.get(), ""));
    }

    private static void measure(Consumer<Figure> figures) throws InterruptedException {
        Duration before = cpu();
        long begin = System.nanoTime();
        Thread.sleep(MEASURED);
        double wall = System.nanoTime() - begin;
        double percent = 100 * cpu().minus(before).toNanos() / wall;
        figures.accept(Figure.atMost(MOST_PERCENT, "drivers-idle-share-of-one-core", percent, "%"));
    }

    /** Of this whole process, in steps of 10 ms. */
    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private Thread waiting(Function<Duration, Reading<?>> verb) {
        return Thread.ofVirtual().name("waypost-idle").start(() -> {
            for (int look = 0; look < FIRST_LOOKS; look++) {
                note(verb.apply(Duration.ZERO));
            }
            warm.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                note(verb.apply(PATIENCE));
            }
        });
    }

    /** What an interrupted wait answers at the end does not count. */
    private void note(Reading<?> reading) {
        if (!(reading instanceof Reading.Nobody) && !Thread.currentThread().isInterrupted()) {
            others.incrementAndGet();
        }
    }
}
