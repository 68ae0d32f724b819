package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.waypost.servers.Mosquitto;

/**
 * A million reports through all faults: none lost, none doubled, none missing from an audit; with three controls, each
 * the product without one of its rules, that must fail at it.
 */
final class MillionTrial implements Trial {
    private static final int REPORTS = 1_000_000;
    private static final int TERMINALS = 20;
    private static final int TERMINALS_EACH = 5;
    private static final int BETWEEN_MILLIS = 2_000;

    /** So that a short run meets each fault too. */
    private static final int REPORTS_A_MILLI = 50;

    private static final long SEED = 20261129;
    private static final int CONTROL_LEAST = 200;
    private static final int CONTROL_MOST = 10_000;

    private final Size size;

    /** As many as {@code waypost.million.reports} and {@code waypost.million.terminals} say. */
    MillionTrial() {
        this(Integer.getInteger("waypost.million.reports", REPORTS));
    }

    private MillionTrial(int reports) {
        this(new Size(
                reports,
                Integer.getInteger("waypost.million.terminals", TERMINALS),
                TERMINALS_EACH,
                Duration.ZERO,
                Duration.ofMillis(Math.min(BETWEEN_MILLIS, reports / REPORTS_A_MILLI)),
                pack()));
    }

    /** In another size, for a test. */
    MillionTrial(Size size) {
        this.size = size;
    }

    /**
     * How much happens.
     *
     * @param terminals a multiple of {@code each}
     * @param each terminals in one process
     * @param pause of a terminal after each report
     * @param between two faults
     * @param pack of faults, used up before any comes again
     */
    record Size(int reports, int terminals, int each, Duration pause, Duration between, List<Fault> pack) {
        int control() {
            return Math.clamp(reports / 100, CONTROL_LEAST, CONTROL_MOST);
        }
    }

    /** A line breaks more often than a program dies. */
    private static List<Fault> pack() {
        return Stream.of(
                        List.of(Fault.values()),
                        List.of(Fault.RESET, Fault.RESET, Fault.RESET, Fault.RESET, Fault.RESET),
                        List.of(Fault.CLOCK_JUMP, Fault.CLOCK_JUMP, Fault.CLOCK_JUMP),
                        List.of(Fault.SLICED, Fault.DELAYED, Fault.SILENCE))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String name() {
        return "million";
    }

    @Override
    public String purpose() {
        return "1,000,000 reports through all faults: lost, doubled, missing from audit, and three controls that fail"
                + " (JAVA_TOOL_OPTIONS=-Dwaypost.million.reports=20000 for fewer)";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        if (!Mosquitto.installed()) {
            figures.accept(Figure.skipped("million-on-mosquitto", Mosquitto.NEEDED + "; on the hub's own broker:"));
        }
        try (KillableSite site = KillableSite.made(directory.resolve("million"), size.terminals)) {
            file(site, figures);
            new Reconciliation(site).tell("million", figures);
        }
        new PubackControl(directory.resolve("puback"), size.control()).run(figures);
        new InsertControl(directory.resolve("insert"), size.control()).run(figures);
        new PoisonControl(directory.resolve("poison"), size.control()).run(figures);
    }

    private void file(KillableSite site, Consumer<Figure> figures) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        List<CounterProcess> counters = new ArrayList<>();
        try {
            for (int first = 0; first < size.terminals; first += size.each) {
                counters.add(process(site, first));
            }
            Onslaught onslaught = new Onslaught(site, counters, size.pack, size.between.multipliedBy(2), SEED);
            while (!done(counters)) {
                Thread.sleep(size.between);
                onslaught.next();
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            figures.accept(Figure.noted("million-took", seconds, "s"));
            figures.accept(Figure.noted("million-rate", size.reports / seconds, "/s"));
            for (Fault fault : Fault.values()) {
                String name = "million-" + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
                int least = size.pack.contains(fault) ? 1 : 0;
                figures.accept(Figure.atLeast(least, name, onslaught.count(fault), ""));
            }
        } finally {
            counters.forEach(CounterProcess::close);
        }
    }

    private CounterProcess process(KillableSite site, int first) throws IOException {
        List<Path> settings = new ArrayList<>();
        for (int i = first; i < first + size.each; i++) {
            settings.add(site.settings(i));
        }
        Path log = Files.createDirectories(site.site().directory()).resolve("terminals-" + first + ".log");
        return new CounterProcess(settings, new CounterProcess.Share(size.reports / size.terminals, size.pause), log);
    }

    private static boolean done(List<CounterProcess> counters) throws IOException {
        boolean all = true;
        for (CounterProcess some : counters) {
            all &= some.done();
        }
        return all;
    }
}
