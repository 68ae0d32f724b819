package org.waypost.trials;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport.Urgency;

/**
 * The hub dies again and again, each time at the next named point of a report's way, while a terminal files.
 *
 * @param site of its own
 */
record HubKills(Site site) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Between two reports: each one also ends the terminal's pause after a hub was away. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    void run(int each, Consumer<Figure> figures) throws IOException, InterruptedException {
        try (Dispatch terminal = new Dispatch(Settings.read(site.terminalSettings()))) {
            terminal.start();
            List<String> filed = new ArrayList<>();
            for (int round = 0; round < each; round++) {
                for (HaltingHub.Point point : HaltingHub.Point.values()) {
                    filed.addAll(filedUntilTheHubHalts(terminal, point));
                }
            }
            try (Program hub = site.hub(Site.cached(site.hubJar()))) {
                hub.readyLine();
                Drain.await(terminal, PATIENCE);
            }
            figures.accept(Figure.noted("hub-kills", each * HaltingHub.Point.values().length, ""));
            tell(filed, figures);
        }
    }

    private List<String> filedUntilTheHubHalts(Dispatch terminal, HaltingHub.Point point)
            throws IOException, InterruptedException {
        List<String> filed = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Program dying = HaltingHub.program(site, point, site.directory().resolve("dying.log"))) {
            while (dying.handle().isAlive()) {
                if (System.nanoTime() > end) {
                    throw new IOException("the hub does not halt at " + point);
                }
                filed.add(terminal.file(Urgency.OTHER).toString());
                Thread.sleep(PAUSE);
            }
        }
        return filed;
    }

    private void tell(List<String> filed, Consumer<Figure> figures) throws IOException {
        List<String> stored = Reconciliation.column("select id from report", site.hubStore());
        List<String> confirmed = Reconciliation.column(
                "select substr(detail, 1, 36) from audit where action = 'REPORT_CONFIRMED'", site.terminalStore());
        Set<String> held = new HashSet<>(stored);
        figures.accept(Figure.noted("hub-kills-reports", filed.size(), ""));
        figures.accept(Figure.atMost(0, "hub-kills-lost", Reconciliation.missing(filed, held), ""));
        figures.accept(Figure.atMost(0, "hub-kills-doubled", (double) stored.size() - held.size(), ""));
        figures.accept(Figure.atMost(
                0, "hub-kills-without-receipt", Reconciliation.missing(filed, new HashSet<>(confirmed)), ""));
        figures.accept(Figure.atMost(
                0, "hub-kills-confirmed-twice", (double) confirmed.size() - new HashSet<>(confirmed).size(), ""));
    }
}
