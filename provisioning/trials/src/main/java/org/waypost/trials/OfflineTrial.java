package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport.Urgency;

/** Three days without a broker on a clock of the trial's own, then the hub is there. */
final class OfflineTrial implements Trial {
    private static final Duration LENGTH = Duration.ofDays(3);
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int REPORTS = 10_000;

    /** As many may be under way at once, so a report may arrive that much out of its turn. */
    private static final int WINDOW = 10;

    @Override
    public String name() {
        return "offline";
    }

    @Override
    public String purpose() {
        return "72 hours without a broker, 10,000 reports: size on disk, order and time of the delivery afterwards";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        run(Site.make(directory.resolve("site")), REPORTS, figures);
    }

    static void run(Site site, int reports, Consumer<Figure> figures) throws IOException, InterruptedException {
        Set<String> filed = new HashSet<>();
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now().minus(LENGTH));
        try (Dispatch terminal = new Dispatch(Settings.read(site.terminalSettings()), now::get)) {
            terminal.start();
            for (int report = 0; report < reports; report++) {
                filed.add(terminal.file(urgency(report)).toString());
                now.updateAndGet(then -> then.plus(LENGTH.dividedBy(reports)));
            }
            figures.accept(Figure.noted("offline-reports", reports, ""));
            figures.accept(Figure.atMost(64, "offline-on-disk", mebibytes(site.terminalStore()), "MiB"));
            delivery(site, terminal, figures);
        }
        order(site, figures);
        List<String> stored = Table.read(site.hubStore(), "select id from report").stream()
                .map(List::getFirst)
                .toList();
        stored.forEach(filed::remove);
        figures.accept(Figure.atMost(0, "offline-lost", filed.size(), ""));
        figures.accept(Figure.atMost(
                0, "offline-doubled", stored.size() - Set.copyOf(stored).size(), ""));
    }

    private static void delivery(Site site, Dispatch terminal, Consumer<Figure> figures)
            throws IOException, InterruptedException {
        try (Program hub = site.hub(Site.cached(site.hubJar()))) {
            hub.readyLine();
            Duration pause =
                    Drain.until(() -> terminal.health().connectedSince().isPresent(), "no connection", PATIENCE);
            figures.accept(Figure.atMost(60, "offline-connected-after-the-broker", pause.toMillis() / 1e3, "s"));
            figures.accept(Figure.atMost(
                    60,
                    "offline-drained-after-connection",
                    Drain.await(terminal, PATIENCE).toMillis() / 1e3,
                    "s"));
        }
    }

    /** One in twenty is a danger now, two are a child. */
    private static Urgency urgency(int report) {
        return switch (report % 20) {
            case 7 -> Urgency.DANGER_NOW;
            case 3, 13 -> Urgency.CHILD;
            default -> Urgency.OTHER;
        };
    }

    private static void order(Site site, Consumer<Figure> figures) throws IOException {
        double late = count(site, "select max(number) - count(*) from report where lane = 0");
        figures.accept(Figure.atMost(WINDOW, "offline-danger-behind-others", late, ""));
        double children = count(site, "select max(number) - count(*) from report where lane <= 1");
        figures.accept(Figure.atMost(WINDOW, "offline-children-behind-others", children, ""));
        double turn = count(site, """
                select max(abs(number - turn)) from
                    (select number, row_number() over (order by lane, sequence) as turn from report)""");
        figures.accept(Figure.atMost(WINDOW, "offline-out-of-turn", turn, ""));
    }

    private static double count(Site site, String query) throws IOException {
        List<List<String>> rows = Table.read(site.hubStore(), query);
        return Double.parseDouble(rows.getFirst().getFirst());
    }

    private static double mebibytes(Path file) throws IOException {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        return (Files.size(file) + (Files.exists(log) ? Files.size(log) : 0)) / 1048576.0;
    }
}
