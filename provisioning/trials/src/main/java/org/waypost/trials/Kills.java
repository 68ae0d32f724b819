package org.waypost.trials;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.waypost.agent.audit.AuditChain;
import org.waypost.agent.settings.Settings;

/**
 * A terminal that files and carries reports dies again and again by kill -9 while its hub runs. The page cache survives
 * that: what a power cut does is another trial.
 *
 * @param site of its own
 */
record Kills(Site site) {
    private static final int LONGEST_MILLIS = 300;
    private static final long SEED = 20261124;
    private static final int ID_LENGTH = 36;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    void run(int kills, Consumer<Figure> figures) throws IOException, InterruptedException {
        try (Program hub = site.hub(Site.cached(site.hubJar()))) {
            hub.readyLine();
            long start = System.nanoTime();
            Set<String> saved = new HashSet<>();
            Random random = new Random(SEED);
            for (int kill = 0; kill < kills; kill++) {
                saved.addAll(filedUntilKilledAfter(random.nextInt(LONGEST_MILLIS + 1)));
            }
            figures.accept(Figure.noted("kills", kills, ""));
            figures.accept(Figure.noted("kills-took", (System.nanoTime() - start) / 1e9, "s"));
            figures.accept(Figure.atLeast(kills, "kills-reports-saved", saved.size(), ""));
            drain();
            tell(saved, figures);
        }
    }

    private Set<String> filedUntilKilledAfter(int millis) throws IOException, InterruptedException {
        Process terminal = new ProcessBuilder(Program.rehearsed(
                        Filer.class, List.of(), site.terminalSettings().toString()))
                .redirectError(site.directory().resolve("filer.log").toFile())
                .start();
        Set<String> said = new HashSet<>();
        try (BufferedReader out = terminal.inputReader()) {
            String first = out.readLine();
            if (first == null) {
                throw new IOException(
                        "the terminal did not start: see " + site.directory().resolve("filer.log"));
            }
            said.add(first);
            Thread.sleep(millis);
            // not Process.destroyForcibly, which would close the pipe over the last lines
            terminal.toHandle().destroyForcibly();
            // the last line may be torn: it was not told then
            out.lines().filter(line -> line.length() == ID_LENGTH).forEach(said::add);
        }
        terminal.waitFor();
        return said;
    }

    private void drain() throws IOException, InterruptedException {
        try (Dispatch dispatch = new Dispatch(Settings.read(site.terminalSettings()))) {
            dispatch.start();
            Drain.await(dispatch, PATIENCE);
            if (!(new AuditChain(dispatch.store()).verify() instanceof AuditChain.Verdict.Intact)) {
                throw new IOException("the terminal's audit is broken");
            }
        }
    }

    private void tell(Set<String> saved, Consumer<Figure> figures) throws IOException {
        List<String> stored = column(Table.read(site.hubStore(), "select id from report"));
        Set<String> held = Set.copyOf(stored);
        List<String> filed = audited("REPORT_FILED");
        figures.accept(Figure.atMost(0, "kills-lost", missing(saved, held), ""));
        figures.accept(Figure.atMost(0, "kills-doubled-at-the-hub", stored.size() - held.size(), ""));
        figures.accept(Figure.atMost(0, "kills-not-in-the-audit", missing(saved, Set.copyOf(filed)), ""));
        figures.accept(Figure.atMost(0, "kills-audited-and-not-at-the-hub", missing(Set.copyOf(filed), held), ""));
        List<String> confirmed = audited("REPORT_CONFIRMED");
        figures.accept(Figure.atMost(0, "kills-without-receipt", missing(held, Set.copyOf(confirmed)), ""));
        figures.accept(Figure.atMost(
                0,
                "kills-audited-twice",
                filed.size() + confirmed.size() - 2.0 * Set.copyOf(filed).size(),
                ""));
    }

    private List<String> audited(String action) throws IOException {
        return column(Table.read(
                site.terminalStore(), "select substr(detail, 1, 36) from audit where action = '" + action + "'"));
    }

    private static List<String> column(List<List<String>> rows) {
        return rows.stream().map(List::getFirst).toList();
    }

    private static double missing(Set<String> wanted, Set<String> there) {
        return (double) wanted.stream().filter(id -> !there.contains(id)).count();
    }
}
