package org.waypost.trials;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.waypost.drivers.camera.Frame;
import org.waypost.drivers.device.DeviceDriver.Host;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.fingerprint.CaptureProgress;
import org.waypost.drivers.panel.PanelSettings;
import org.waypost.drivers.passport.ChipTerminal;
import org.waypost.drivers.passport.PcscTerminal;
import org.waypost.drivers.simulated.CodeSimulatedReader;
import org.waypost.drivers.simulated.MrzSimulatedReader;
import org.waypost.drivers.simulated.SimulatedCamera;
import org.waypost.drivers.simulated.SimulatedCardReader;
import org.waypost.drivers.simulated.SimulatedFingerprintReader;
import org.waypost.drivers.simulated.SimulatedPanel;

/**
 * What it costs to wait: card, zone, code and finger readers ask their simulated devices at the pace of real lines, a
 * panel listens, a chip is waited for through the real PC/SC service where there is one, a camera has taken its picture
 * and is shut, as a terminal shuts it; and nobody comes. The simulated devices run in the same process and are counted
 * with the drivers. Each device is asked ten thousand times at first, as in the first hours of a terminal that then
 * waits for weeks: before that the compiler costs more than they do.
 */
final class DriversIdle {
    private static final int FIRST_LOOKS = 10_000;
    private static final Duration SETTLING = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final double MOST_PERCENT = 2;

    private final AtomicInteger others = new AtomicInteger();
    private final boolean chips = PcscHost.obstacle().isEmpty();
    private final int kinds = chips ? 6 : 5;
    private final CountDownLatch warm = new CountDownLatch(kinds);

    void run(Consumer<Figure> figures) throws IOException, InterruptedException {
        figures.accept(Figure.noted("drivers-idle-kinds-that-wait", kinds, ""));
        if (chips) {
            PcscHost host = PcscHost.started();
            ChipTerminal chip = new PcscTerminal("Virtual PCD 00 00", false, Ticker.SYSTEM);
            try (host;
                    chip) {
                run(Optional.of(chip), figures);
            }
        } else {
            run(Optional.empty(), figures);
        }
    }

    private void run(Optional<ChipTerminal> chip, Consumer<Figure> figures) throws IOException, InterruptedException {
        usedAndShut();
        try (SimulatedCardReader card = new SimulatedCardReader();
                MrzSimulatedReader zone = new MrzSimulatedReader(Clock.systemUTC());
                CodeSimulatedReader code = new CodeSimulatedReader();
                SimulatedFingerprintReader finger = new SimulatedFingerprintReader();
                SimulatedPanel panel =
                        new SimulatedPanel(PanelSettings.usual(), new Host(Clock.systemUTC(), Ticker.SYSTEM))) {
            panel.tell(entry -> {});
            List<Thread> loops = new ArrayList<>(List.of(
                    waiting(card::read),
                    waiting(zone::read),
                    waiting(code::read),
                    waiting(patience -> finger.capture(patience, CaptureProgress.UNHEARD)),
                    waiting(panel::next)));
            chip.ifPresent(terminal -> loops.add(waiting(terminal::await)));
            if (!warm.await(5, TimeUnit.MINUTES)) {
                throw new IOException("a device does not answer ten thousand times in five minutes");
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

    private static void usedAndShut() throws IOException {
        try (SimulatedCamera camera = new SimulatedCamera()) {
            if (camera.preview(Duration.ofSeconds(10)) instanceof Reading.Taken<Frame> taken) {
                taken.value().close();
                return;
            }
        }
        throw new IOException("a simulated camera gives no picture");
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
