package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.waypost.servers.Mosquitto;

/** Delay, slices, 1 kB/s, resets and silence between a terminal and its hub, and a hub and its broker, over TLS. */
final class BadLineTrial implements Trial {
    /** So long a line is silent, or as many seconds as {@code waypost.silence.seconds} says. */
    private static final Duration LONG = Duration.ofSeconds(Integer.getInteger("waypost.silence.seconds", 600));

    private static final Duration SHORT = LONG.dividedBy(5);

    @Override
    public String name() {
        return "bad-line";
    }

    @Override
    public String purpose() {
        return "receipts over a line with 2 s of delay, single bytes, 1 kB/s, resets, and one that falls silent"
                + " (JAVA_TOOL_OPTIONS=-Dwaypost.silence.seconds=60 for less)";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        try (BadLine line = new BadLine(Site.make(directory.resolve("site")))) {
            line.under("clear", new LineFault.Clear(), 20, figures);
            line.under("delay-2-s", new LineFault.Delayed(Duration.ofSeconds(2)), 5, figures);
            line.under("single-bytes", new LineFault.Sliced(), 10, figures);
            line.under("1-kB-per-s", new LineFault.Slow(1_000), 5, figures);
            line.resets(30, Duration.ofMillis(300), figures);
            line.halfOpen("silent-idle", 0, SHORT, figures);
            line.halfOpen("silent-with-reports", 5, LONG, figures);
            line.tell(figures);
        }
        if (!Mosquitto.installed()) {
            figures.accept(Figure.skipped("hub-line", Mosquitto.NEEDED));
            return;
        }
        try (HubLine line = new HubLine(directory.resolve("hub-line"))) {
            line.resets(10, 5, figures);
            line.silent(5, SHORT, figures);
            line.tell(figures);
        }
    }
}
