package org.waypost.trials;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.waypost.drivers.device.DeviceDriver.Host;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.panel.Panel;
import org.waypost.drivers.panel.PanelEvent;
import org.waypost.drivers.panel.PanelSettings;
import org.waypost.drivers.simulated.SimulatedPanel;

/** What a panel costs while nothing happens: its loop kicks the watchdog, somebody waits for events. */
final class PanelIdle {
    private static final Duration WARMING_UP = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final double MOST_PERCENT = 2.0;

    private PanelIdle() {}

    static void run(Consumer<Figure> figures) throws InterruptedException {
        double without = percentWhile(() -> Thread.sleep(MEASURED));
        try (Panel panel = new SimulatedPanel(PanelSettings.usual(), new Host(Clock.systemUTC(), Ticker.SYSTEM))) {
            panel.tell(entry -> {});
            idle(panel, WARMING_UP);
            double with = percentWhile(() -> idle(panel, MEASURED));
            figures.accept(Figure.atMost(MOST_PERCENT, "panel-idle-one-core", with, "%")
                    .beside("this process without a panel", without));
        }
    }

    /** A time that is spent. */
    private interface Wait {
        void pass() throws InterruptedException;
    }

    private static void idle(Panel panel, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            if (!(panel.next(Duration.ofSeconds(1)) instanceof Reading.Nobody<PanelEvent>)) {
                throw new IllegalStateException("the panel was to be idle");
            }
        }
    }

    /** Time on processors of this whole process, in hundredths of one core. */
    private static double percentWhile(Wait wait) throws InterruptedException {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long wall = System.nanoTime();
        long busy = system.getProcessCpuTime();
        wait.pass();
        return 100.0 * (system.getProcessCpuTime() - busy) / (System.nanoTime() - wall);
    }
}
