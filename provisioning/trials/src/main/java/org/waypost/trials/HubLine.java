package org.waypost.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport.Urgency;

/** A hub whose line to its broker, Mosquitto, fails while a terminal with a good line reports. */
final class HubLine implements AutoCloseable {
    private static final String LOST = "the broker connection is lost";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final KillableSite site;
    private final FaultProxy line;
    private final Dispatch terminal;
    private int filed;

    /**
     * On a good line, with one receipt given.
     *
     * @param directory of its own
     */
    HubLine(Path directory) throws IOException, InterruptedException {
        this.site = KillableSite.made(directory, 1);
        this.line = site.hubLine().orElseThrow(() -> new IOException("the hub has no line without mosquitto"));
        this.terminal = new Dispatch(Settings.read(site.settings(0)));
        terminal.start();
        file(1);
        Drain.await(terminal, PATIENCE);
    }

    /** It is reset with reports under way, so many times. */
    void resets(int times, int reports, Consumer<Figure> figures) throws IOException, InterruptedException {
        Timings timings = new Timings();
        for (int time = 0; time < times; time++) {
            file(reports);
            line.cut();
            timings.add(Drain.await(terminal, PATIENCE).toNanos());
        }
        figures.accept(Figure.atMost(60_000, "hub-reset-receipts-median", timings.median(), "ms"));
    }

    /** It falls silent: how long until the hub knows, and from its return to the receipts. */
    void silent(int reports, Duration silence, Consumer<Figure> figures) throws IOException, InterruptedException {
        long known = losses();
        line.set(new LineFault.Silent());
        long start = System.nanoTime();
        file(reports);
        Drain.until(() -> losses() > known, "the hub did not notice the silence", PATIENCE);
        double noticed = (System.nanoTime() - start) / 1e9;
        figures.accept(Figure.atMost(45, "hub-silent-noticed", noticed, "s"));
        Thread.sleep(Math.max(0, silence.toMillis() - (long) (noticed * 1_000)));
        line.set(new LineFault.Clear());
        figures.accept(Figure.atMost(
                60_000, "hub-silent-recovered", Drain.await(terminal, PATIENCE).toNanos() / 1e6, "ms"));
    }

    /** Everything filed is at the hub once. */
    void tell(Consumer<Figure> figures) throws IOException {
        List<String> counts = Table.read(site.site().hubStore(), "select count(*), count(distinct id) from report")
                .getFirst();
        figures.accept(Figure.noted("hub-line-reports", filed, ""));
        figures.accept(Figure.atMost(0, "hub-line-lost", filed - Double.parseDouble(counts.getLast()), ""));
        figures.accept(Figure.atMost(0, "hub-line-doubled", Double.parseDouble(counts.getFirst()) - filed, ""));
    }

    private void file(int reports) {
        for (int report = 0; report < reports; report++) {
            terminal.file(Urgency.OTHER);
        }
        filed += reports;
    }

    private long losses() {
        try {
            return Files.readAllLines(site.hubLogs().getLast()).stream()
                    .filter(logged -> logged.contains(LOST))
                    .count();
        } catch (IOException gone) {
            throw new UncheckedIOException("the hub's log cannot be read", gone);
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
        site.close();
    }
}
