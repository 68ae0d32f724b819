package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport.Urgency;

/**
 * A hub dies again and again while it stores, and what it did not answer comes again. The product's table has each
 * report once; beside it, a plain insert of the very same messages has some twice.
 *
 * @param reports filed beforehand
 */
record InsertControl(Path directory, int reports) {
    private static final int KILLS_LEAST = 3;
    private static final int KILLS_MOST = 20;
    private static final int FILED_EACH = 20;
    private static final int LONGEST_MILLIS = 50;
    private static final long SEED = 20261129;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    void run(Consumer<Figure> figures) throws IOException, InterruptedException {
        try (KillableSite site = KillableSite.made(directory, 1);
                Dispatch terminal = new Dispatch(Settings.read(site.settings(0)))) {
            Path plain = directory.resolve("plain.db");
            site.useHub(PlainInsertHub.command(site.site(), plain));
            site.killHub();
            site.startHub();
            List<String> filed = new ArrayList<>();
            for (int i = 0; i < reports; i++) {
                filed.add(terminal.file(Urgency.OTHER).toString());
            }
            terminal.start();
            filed.addAll(die(site, terminal, plain));
            Drain.await(terminal, PATIENCE);
            List<String> stored =
                    Reconciliation.column("select id from report", site.site().hubStore());
            figures.accept(
                    Figure.atMost(0, "hub-killed-lost", Reconciliation.missing(filed, new HashSet<>(stored)), ""));
            figures.accept(Figure.atMost(0, "hub-killed-doubled", repeated(stored), ""));
            figures.accept(Figure.atLeast(1, "control-plain-insert-doubled", repeated(ids(plain)), ""));
        }
    }

    /**
     * Each time amid the storing, at least thrice and until a message came again; reports that are put then end the
     * terminal's pause.
     */
    private static List<String> die(KillableSite site, Dispatch terminal, Path plain)
            throws IOException, InterruptedException {
        List<String> filed = new ArrayList<>();
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS_LEAST || (kill < KILLS_MOST && repeated(ids(plain)) == 0); kill++) {
            int before = ids(plain).size();
            while (ids(plain).size() == before && waits(terminal)) {
                Thread.sleep(1);
            }
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            site.killHub();
            site.startHub();
            for (int report = 0; report < FILED_EACH; report++) {
                filed.add(terminal.file(Urgency.OTHER).toString());
            }
        }
        return filed;
    }

    private static boolean waits(Dispatch terminal) {
        return terminal.outbox().backlog().waiting() > 0;
    }

    private static List<String> ids(Path plain) throws IOException {
        return Reconciliation.column("select id from report", plain);
    }

    private static double repeated(List<String> ids) {
        return ids.size() - new HashSet<>(ids).size();
    }
}
