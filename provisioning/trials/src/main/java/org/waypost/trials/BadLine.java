package org.waypost.trials;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport.Urgency;

/** A terminal's way to its hub goes over a line that is bad in one way after the other. */
final class BadLine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Site site;
    private final Program hub;
    private final FaultProxy line;
    private final Dispatch terminal;
    private int filed;

    /** A hub of the site, and its terminal behind a good line. */
    BadLine(Site site) throws IOException, InterruptedException {
        this.site = site;
        this.hub = site.hub(Site.cached(site.hubJar()));
        hub.readyLine();
        this.line = new FaultProxy(Settings.read(site.terminalSettings())
                .uplink()
                .brokers()
                .getFirst()
                .getPort());
        site.useBrokerPort(line.port());
        this.terminal = new Dispatch(Settings.read(site.terminalSettings()));
        terminal.start();
        settle();
    }

    /** Reports one after the other under a fault that lets them pass. */
    void under(String name, LineFault fault, int reports, Consumer<Figure> figures)
            throws IOException, InterruptedException {
        line.set(fault);
        Timings timings = new Timings();
        for (int report = 0; report < reports; report++) {
            timings.add(Drain.await(terminal, file(), PATIENCE).toNanos());
        }
        figures.accept(Figure.atMost(60_000, name + "-receipt-median", timings.median(), "ms"));
        line.set(new LineFault.Clear());
        settle();
    }

    /** Reports that are filed while the line is reset again and again; each comes after the last reset. */
    void resets(int times, Duration apart, Consumer<Figure> figures) throws IOException, InterruptedException {
        Timings timings = new Timings();
        for (int time = 0; time < times; time++) {
            UUID report = file();
            line.cut();
            timings.add(Drain.await(terminal, report, PATIENCE).toNanos());
            Thread.sleep(apart);
        }
        figures.accept(Figure.atMost(60_000, "reset-receipt-median", timings.median(), "ms"));
        figures.accept(Figure.noted("reset-receipt-worst", timings.worst(), "ms"));
    }

    /**
     * The line falls silent: how long until the terminal knows, and how long from the line's return to the receipts.
     */
    void halfOpen(String name, int reports, Duration silence, Consumer<Figure> figures)
            throws IOException, InterruptedException {
        line.set(new LineFault.Silent());
        long start = System.nanoTime();
        for (int report = 0; report < reports; report++) {
            file();
        }
        Drain.until(() -> terminal.health().connectedSince().isEmpty(), "the silence was not noticed", PATIENCE);
        double noticed = (System.nanoTime() - start) / 1e9;
        figures.accept(Figure.atMost(45, name + "-noticed", noticed, "s"));
        Thread.sleep(Math.max(0, silence.toMillis() - (long) (noticed * 1_000)));
        line.set(new LineFault.Clear());
        figures.accept(Figure.atMost(60_000, name + "-recovered", settle().toNanos() / 1e6, "ms"));
    }

    /** Everything filed is at the hub once. */
    void tell(Consumer<Figure> figures) throws IOException {
        List<List<String>> rows = Table.read(site.hubStore(), "select count(*), count(distinct id) from report");
        figures.accept(Figure.noted("bad-line-reports", filed, ""));
        figures.accept(Figure.atMost(
                0, "bad-line-lost", filed - Double.parseDouble(rows.getFirst().getLast()), ""));
        figures.accept(Figure.atMost(
                0, "bad-line-doubled", Double.parseDouble(rows.getFirst().getFirst()) - filed, ""));
    }

    private UUID file() {
        filed++;
        return terminal.file(Urgency.OTHER);
    }

    /** One more report over the good line, and nothing waits. */
    private Duration settle() throws IOException, InterruptedException {
        long start = System.nanoTime();
        file();
        Drain.await(terminal, PATIENCE);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() throws IOException {
        terminal.close();
        line.close();
        hub.close();
    }
}
