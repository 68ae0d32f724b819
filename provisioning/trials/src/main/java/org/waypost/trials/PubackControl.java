package org.waypost.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.servers.Mosquitto;

/**
 * The broker dies with what it has acknowledged and no hub has stored. The product's terminal sends it again; beside
 * it, one that takes the broker's acknowledgement for the receipt has lost it.
 *
 * @param reports of each of the two
 */
record PubackControl(Path directory, int reports) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST_ACKNOWLEDGED = 1_000;
    private static final String ACKNOWLEDGED =
            "select report from outbox where published is not null and confirmed is null and refused is null";
    private static final String UNSENT =
            "select report from outbox where published is null and confirmed is null and refused is null";

    void run(Consumer<Figure> figures) throws IOException, InterruptedException {
        if (!Mosquitto.installed()) {
            figures.accept(Figure.skipped("broker-killed-puback-taken-for-receipt-lost", Mosquitto.NEEDED));
            return;
        }
        try (KillableSite site = KillableSite.made(directory, 2);
                Dispatch product = new Dispatch(Settings.read(site.settings(0)));
                Dispatch trusting = new Dispatch(
                        Settings.read(site.settings(1)),
                        InstantSource.system(),
                        outbox -> new AlteredOutbox(outbox, AlteredOutbox.Rule.RECEIPT))) {
            List<String> filed = filed(product);
            List<String> trusted = filed(trusting);
            figures.accept(Figure.noted("broker-killed-queued", filed.size() + trusted.size(), ""));
            site.stopHub();
            product.start();
            trusting.start();
            brokerDies(site, figures);
            // one that is put ends a pause
            filed.add(product.file(Urgency.OTHER).toString());
            trusted.add(trusting.file(Urgency.OTHER).toString());
            Drain.await(product, PATIENCE);
            Drain.until(() -> unsent(site) == 0, "the control still sends", PATIENCE);
            Drain.until(() -> trusting.health().connectedSince().isPresent(), "no connection", PATIENCE);
            // its last receipts
            Thread.sleep(Duration.ofSeconds(3));
            Set<String> held = new HashSet<>(
                    Reconciliation.column("select id from report", site.site().hubStore()));
            figures.accept(Figure.atMost(0, "broker-killed-lost", Reconciliation.missing(filed, held), ""));
            figures.accept(
                    Figure.atLeast(1, "control-puback-as-receipt-lost", Reconciliation.missing(trusted, held), ""));
        }
    }

    private List<String> filed(Dispatch terminal) {
        List<String> filed = new ArrayList<>();
        for (int i = 0; i < reports; i++) {
            filed.add(terminal.file(Urgency.OTHER).toString());
        }
        return filed;
    }

    /** While the hub reads nothing; then both are back. */
    private void brokerDies(KillableSite site, Consumer<Figure> figures) throws IOException, InterruptedException {
        int wanted = Math.min(MOST_ACKNOWLEDGED, reports / 2);
        Drain.until(
                () -> Math.min(count(site, 0, ACKNOWLEDGED), count(site, 1, ACKNOWLEDGED)) >= wanted,
                "the broker acknowledges too little",
                PATIENCE);
        Mosquitto broker = site.broker().orElseThrow();
        broker.kill();
        site.killHub();
        double acknowledged = count(site, 0, ACKNOWLEDGED) + count(site, 1, ACKNOWLEDGED);
        figures.accept(Figure.atLeast(wanted, "broker-killed-acknowledged-and-unstored", acknowledged, ""));
        broker.restart();
        site.startHub();
    }

    private static int unsent(KillableSite site) {
        return count(site, 1, UNSENT);
    }

    private static int count(KillableSite site, int which, String query) {
        try {
            return Table.read(site.store(which), query).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
